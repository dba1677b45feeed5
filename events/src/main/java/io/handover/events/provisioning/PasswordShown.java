package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A root password was in the create answer and nowhere else. */
public record PasswordShown(
        UUID accountId, UUID deliveryId, UUID serverId, String hostname, UUID requestedBy, String requestedByName)
        implements CredentialEvent, AccountScoped {

    @Override
    public String subject() {
        return deliveryId.toString();
    }

    @Override
    public String key() {
        return serverId.toString();
    }
}
