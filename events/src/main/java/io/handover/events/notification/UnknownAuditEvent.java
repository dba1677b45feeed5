package io.handover.events.notification;

/**
 * An event newer than this code, which its consumer may skip.
 *
 * @param type its CloudEvents type
 */
public record UnknownAuditEvent(String type) implements AuditEvent {

    @Override
    public String subject() {
        return type;
    }

    @Override
    public String key() {
        return type;
    }
}
