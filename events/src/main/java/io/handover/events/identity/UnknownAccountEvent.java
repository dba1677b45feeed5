package io.handover.events.identity;

/**
 * An event newer than this code, which its consumer may skip.
 *
 * @param type its CloudEvents type
 */
public record UnknownAccountEvent(String type) implements AccountEvent {

    @Override
    public String subject() {
        return type;
    }

    @Override
    public String key() {
        return type;
    }

    /** For all that this code knows. */
    @Override
    public boolean withdraws() {
        return true;
    }
}
