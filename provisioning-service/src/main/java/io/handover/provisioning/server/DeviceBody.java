package io.handover.provisioning.server;

import io.handover.provisioning.storage.DetachStorage;
import io.handover.provisioning.storage.StorageDevice;
import org.jspecify.annotations.Nullable;

/**
 * The body that names a device; what is left out is null.
 *
 * @param storage some clients name what is to be detached here
 */
record DeviceBody(
        @Nullable StorageDevice storageDevice, @Nullable String storage) {

    StorageDevice required() {
        return StorageDevice.required(storageDevice);
    }

    DetachStorage leaving() {
        return DetachStorage.of(
                storageDevice == null && storage != null ? StorageDevice.EMPTY.of(storage) : required());
    }
}
