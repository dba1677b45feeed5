package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * The password of this delivery did not come to be its server's, and will not.
 *
 * @param reason for people; never a secret
 */
public record RootPasswordNotSet(UUID accountId, UUID deliveryId, UUID serverId, String reason)
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
