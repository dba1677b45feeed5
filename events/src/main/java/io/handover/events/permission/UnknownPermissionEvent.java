package io.handover.events.permission;

/**
 * An event newer than this code, which its consumer may skip.
 *
 * @param type its CloudEvents type
 */
public record UnknownPermissionEvent(String type) implements PermissionEvent {

    @Override
    public String subject() {
        return type;
    }

    @Override
    public String key() {
        return type;
    }
}
