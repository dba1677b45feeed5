package io.handover.events.provisioning;

/**
 * An event newer than this code, which its consumer may skip.
 *
 * @param type its CloudEvents type
 */
public record UnknownCredentialEvent(String type) implements CredentialEvent {

    @Override
    public String subject() {
        return type;
    }

    @Override
    public String key() {
        return type;
    }
}
