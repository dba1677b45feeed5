package io.handover.events.provisioning;

/**
 * An event newer than this code, which its consumer may skip.
 *
 * @param type its CloudEvents type
 */
public record UnknownServerEvent(String type) implements ServerEvent {

    @Override
    public String subject() {
        return type;
    }

    @Override
    public String key() {
        return type;
    }
}
