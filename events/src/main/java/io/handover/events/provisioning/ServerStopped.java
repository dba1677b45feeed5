package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A server stopped. */
public record ServerStopped(UUID accountId, UUID serverId) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return serverId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
