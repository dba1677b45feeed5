package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A server is gone, with its tags. */
public record ServerDeleted(UUID accountId, UUID serverId) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return serverId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
