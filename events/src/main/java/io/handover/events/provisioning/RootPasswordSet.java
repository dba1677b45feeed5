package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** Root of a server that was there before logs in with the password of this delivery now, and with no older one. */
public record RootPasswordSet(UUID accountId, UUID deliveryId, UUID serverId)
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
