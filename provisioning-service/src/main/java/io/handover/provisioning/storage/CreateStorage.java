package io.handover.provisioning.storage;

import io.handover.provisioning.label.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a create, change or copy of a storage; what is left out is null. */
record CreateStorage(@Nullable Fields storage) {

    Fields fields() {
        if (storage == null) {
            throw StorageRefusals.wrapperMissing();
        }
        return storage;
    }

    record Fields(
            @Nullable String zone,
            @Nullable String title,
            @Nullable Integer size,
            @Nullable String tier,
            @Nullable String encrypted,
            @Nullable BackupRule backupRule,
            @Nullable List<@Nullable Label> labels) {}
}
