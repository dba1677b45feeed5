package io.handover.provisioning.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be attached to a server and detached from it, and when, as pure functions. */
final class AttachRules {

    /** Storages and interfaces of a server together. */
    private static final int SLOTS_MAX = 24;

    private AttachRules() {}

    /** Where a device comes; refused when it may not come now, or at all. */
    static String address(DiskHost host, StorageDevice device, List<AttachedStorage> present) {
        if (present.size() >= StorageRules.DEVICES_MAX || present.size() + host.interfaces() >= SLOTS_MAX) {
            throw StorageRefusals.tooManyAttached(StorageRules.DEVICES_MAX, SLOTS_MAX);
        }
        Set<String> taken = present.stream().map(AttachedStorage::address).collect(Collectors.toSet());
        String address = DeviceAddress.take(DeviceAddress.wish(device), taken);
        refuseHotplug(host, device.deviceType(), address);
        return address;
    }

    /** The device that is meant; refused when it is not there, or may not go now. */
    static AttachedStorage leaving(DiskHost host, DetachStorage which, List<AttachedStorage> present) {
        AttachedStorage device =
                present.stream().filter(which::means).findFirst().orElseThrow(StorageRefusals::addressFree);
        refuseHotplug(host, device.type(), device.address());
        return device;
    }

    /** The CD-ROM in the server. */
    static Optional<AttachedStorage> cdrom(List<AttachedStorage> present) {
        return present.stream().filter(AttachedStorage::cdrom).findFirst();
    }

    private static void refuseHotplug(DiskHost host, String type, String address) {
        if (host.stopped()) {
            return;
        }
        if (StorageDevice.CDROM.equals(type)) {
            throw StorageRefusals.cdromHotplug();
        }
        if (DeviceAddress.isIde(address)) {
            throw StorageRefusals.ideHotplug();
        }
    }
}
