package io.handover.provisioning.storage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which device is to be detached.
 *
 * @param address null when only the storage is named
 * @param storage null when only the address is named
 */
public record DetachStorage(
        @Nullable String address, @Nullable UUID storage) {

    /** What a request names; refused when that is nothing. */
    public static DetachStorage of(StorageDevice device) {
        String address = StorageRules.orElse(device.address(), "");
        String storage = StorageRules.orElse(device.storage(), "");
        if (address.isEmpty() && storage.isEmpty()) {
            throw StorageRefusals.deviceMissing();
        }
        return new DetachStorage(
                address.isEmpty() ? null : DeviceAddress.checked(address),
                storage.isEmpty() ? null : StorageRules.id(storage));
    }

    boolean means(AttachedStorage device) {
        return (address == null || address.equals(device.address()))
                && (storage == null || storage.equals(device.storage()));
    }
}
