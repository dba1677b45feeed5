package io.handover.provisioning.storage;

import io.handover.provisioning.label.Label;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a storage is to be, after all rules were checked.
 *
 * @param size GiB
 * @param source what it is a copy of; null for an empty one
 * @param scheduled whether it is a backup that a rule asked for
 */
record StorageForm(
        String title,
        int size,
        String tier,
        String zone,
        boolean encrypted,
        List<Label> labels,
        BackupRule backupRule,
        boolean partOfPlan,
        @Nullable UUID source,
        StorageType type,
        StorageState state,
        boolean scheduled) {

    /** The same elsewhere, and stored otherwise. */
    StorageForm with(String otherZone, String otherTier, boolean otherEncrypted) {
        return new StorageForm(
                title,
                size,
                otherTier,
                otherZone,
                otherEncrypted,
                labels,
                backupRule,
                partOfPlan,
                source,
                type,
                state,
                scheduled);
    }

    /** The same, because a rule asked for it. */
    StorageForm asScheduled() {
        return new StorageForm(
                title, size, tier, zone, encrypted, labels, backupRule, partOfPlan, source, type, state, true);
    }
}
