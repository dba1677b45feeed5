package io.handover.provisioning.storage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.label.Label;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk of a server, as it is on the wire.
 *
 * @param partOfPlan {@code yes}, or absent
 * @param source what it was cloned from
 * @param zone where it is
 * @param made whether it was made for this server
 */
public record AttachedStorage(
        String address,
        String bootDisk,
        List<Label> labels,
        @Nullable String partOfPlan,
        UUID storage,
        String storageEncrypted,
        int storageSize,
        String storageTier,
        String storageTitle,
        String type,
        @JsonIgnore @Nullable UUID source,
        @JsonIgnore String zone,
        @JsonIgnore boolean made) {

    /** As the back end is to make it. */
    public Disk disk() {
        return new Disk(storage, storageSize, source, zone);
    }

    /** Whether a machine is to have it: CD-ROMs are only kept and shown. */
    @JsonIgnore
    public boolean isDisk() {
        return !cdrom();
    }

    boolean cdrom() {
        return StorageDevice.CDROM.equals(type);
    }
}
