package io.handover.provisioning.server;

import io.handover.kit.refusal.Refusal;
import io.handover.provisioning.storage.BackupPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a server that is deleted.
 *
 * @param storages whether its storages go, too
 * @param backups which of their backups, if they do
 */
record ServerDeletion(boolean storages, BackupPolicy backups) {

    static ServerDeletion parse(@Nullable String storages, @Nullable String backups) {
        return new ServerDeletion(
                switch (ServerRules.orElse(storages, "0")) {
                    case "0" -> false;
                    case "1" -> true;
                    default -> throw Refusal.invalid("STORAGE_DELETION_POLICY_INVALID", "storages: must be 0 or 1.");
                },
                BackupPolicy.parse(backups));
    }
}
