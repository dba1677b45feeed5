package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A storage is a server's: whoever was granted the server with its storages controls it. */
public record StorageAttached(UUID accountId, UUID storageId, UUID serverId, UUID attachedBy)
        implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return storageId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
