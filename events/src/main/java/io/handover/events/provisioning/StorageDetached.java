package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A storage is no server's any more.
 *
 * @param detachedBy null when nobody asked for it: its server could not be made
 */
public record StorageDetached(
        UUID accountId,
        UUID storageId,
        UUID serverId,
        @Nullable UUID detachedBy) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return storageId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
