package io.handover.provisioning.storage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of the backups of a storage that is deleted. */
public enum BackupPolicy {
    KEEP,
    KEEP_LATEST,
    DELETE;

    /** As a query says it; they are kept when it says nothing. */
    public static BackupPolicy parse(@Nullable String policy) {
        return switch (StorageRules.orElse(policy, "keep")) {
            case "keep" -> KEEP;
            case "keep_latest" -> KEEP_LATEST;
            case "delete" -> DELETE;
            default -> throw StorageRefusals.badBackupPolicy();
        };
    }

    /** Those that go, of all in the order of their age. */
    List<UUID> doomed(List<UUID> backups) {
        return switch (this) {
            case KEEP -> List.of();
            case KEEP_LATEST -> backups.subList(0, Math.max(0, backups.size() - 1));
            case DELETE -> backups;
        };
    }
}
