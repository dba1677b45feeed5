package io.handover.provisioning.storage;

import io.handover.provisioning.label.Label;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disk that a server asks for, as it is on the wire.
 *
 * @param action of a new server: {@code create}, {@code clone} or {@code attach}
 * @param storage the template or storage to clone or attach
 * @param size GiB
 * @param type {@code disk} or {@code cdrom}
 * @param bootDisk {@code 1} for the one that is booted from, or {@code 0}
 * @param server that it is to come to or go from, where the path names the storage
 */
public record StorageDevice(
        @Nullable String action,
        @Nullable String storage,
        @Nullable String title,
        @Nullable Integer size,
        @Nullable String tier,
        @Nullable String address,
        @Nullable String type,
        @Nullable String bootDisk,
        @Nullable String encrypted,
        @Nullable String server,
        @Nullable BackupRule backupRule,
        @Nullable List<@Nullable Label> labels) {

    static final String DISK = "disk";
    static final String CDROM = "cdrom";
    /** One that says nothing. */
    public static final StorageDevice EMPTY =
            new StorageDevice(null, null, null, null, null, null, null, null, null, null, null, null);

    /** The same storage, loaded as a CD-ROM. */
    StorageDevice asCdrom() {
        return new StorageDevice(null, storage, null, null, null, null, CDROM, null, null, null, null, null);
    }

    /** What a request says; refused when it says nothing. */
    public static StorageDevice required(@Nullable StorageDevice device) {
        if (device == null) {
            throw StorageRefusals.deviceMissing();
        }
        return device;
    }

    /** The storage that it is about; refused when that is no id. */
    public UUID storageId() {
        return StorageRules.id(storage);
    }

    /** The same device, of another storage. */
    public StorageDevice of(String otherStorage) {
        return new StorageDevice(
                action,
                otherStorage,
                title,
                size,
                tier,
                address,
                type,
                bootDisk,
                encrypted,
                server,
                backupRule,
                labels);
    }

    /** {@code disk} or {@code cdrom}; refused when it is neither. */
    String deviceType() {
        String chosen = StorageRules.orElse(type, DISK);
        if (!DISK.equals(chosen) && !CDROM.equals(chosen)) {
            throw StorageRefusals.badType();
        }
        return chosen;
    }

    boolean isCdrom() {
        return CDROM.equals(type);
    }

    boolean isBootDisk() {
        return switch (StorageRules.orElse(bootDisk, "0")) {
            case "0" -> false;
            case "1" -> true;
            default -> throw StorageRefusals.badBootDisk();
        };
    }
}
