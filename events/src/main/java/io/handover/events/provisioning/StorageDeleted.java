package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A storage is gone. */
public record StorageDeleted(UUID accountId, UUID storageId) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return storageId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
