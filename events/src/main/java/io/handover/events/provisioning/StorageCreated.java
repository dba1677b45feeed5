package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A storage exists. */
public record StorageCreated(UUID accountId, UUID storageId, UUID createdBy) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return storageId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
