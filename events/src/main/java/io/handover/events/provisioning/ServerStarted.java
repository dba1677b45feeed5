package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A stopped server runs again. */
public record ServerStarted(UUID accountId, UUID serverId) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return serverId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
