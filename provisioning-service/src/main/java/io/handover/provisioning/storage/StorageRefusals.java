package io.handover.provisioning.storage;

import io.handover.kit.refusal.Refusal;

final class StorageRefusals {

    private StorageRefusals() {}

    static Refusal notFound(Object storageId) {
        return Refusal.notFound("STORAGE_NOT_FOUND", "The storage " + storageId + " does not exist.");
    }

    static Refusal notAnId() {
        return Refusal.invalid("STORAGE_INVALID", "storage: must be a UUID.");
    }

    static Refusal forbidden() {
        return Refusal.forbidden("STORAGE_FORBIDDEN", "You have no permission for this storage.");
    }

    static Refusal attached() {
        return Refusal.conflict("STORAGE_ATTACHED_AS_DISK", "The storage is attached to a server. Detach it first.");
    }

    static Refusal busy() {
        return Refusal.conflict("STORAGE_STATE_ILLEGAL", "The storage is attached to another server, or not online.");
    }

    static Refusal templateAttached() {
        return Refusal.invalid("PUBLIC_STORAGE_ATTACH", "A public template cannot be attached. Clone it.");
    }

    static Refusal otherZone() {
        return Refusal.invalid("ZONE_MISMATCH", "The storage is in another zone than the server.");
    }

    static Refusal sizeMissing() {
        return Refusal.invalid("SIZE_MISSING", "size: is required, in GiB.");
    }

    static Refusal sizeOutOfRange() {
        return Refusal.invalid("SIZE_INVALID", "size: must be from 1 to 4096 GiB.");
    }

    static Refusal sizeBelowSource(int size) {
        return Refusal.invalid("SIZE_INVALID", "size: must be at least " + size + " GiB, the size of the original.");
    }

    static Refusal shrunk(int size) {
        return Refusal.invalid("SIZE_INVALID", "size: must be at least " + size + " GiB. A storage cannot shrink.");
    }

    static Refusal badTier() {
        return Refusal.invalid("TIER_INVALID", "tier: must be hdd, standard or maxiops.");
    }

    static Refusal badTitle() {
        return Refusal.invalid(
                "STORAGE_TITLE_INVALID", "title: must have 1 to 255 characters, none of them < or > or a control.");
    }

    static Refusal titleMissing() {
        return Refusal.invalid("STORAGE_TITLE_MISSING", "title: is required.");
    }

    static Refusal badEncrypted() {
        return Refusal.invalid("ENCRYPTED_INVALID", "encrypted: must be yes or no.");
    }

    static Refusal noDevices() {
        return Refusal.invalid("STORAGE_DEVICES_MISSING", "storage_devices: at least one storage_device is required.");
    }

    static Refusal tooManyDevices(int max) {
        return Refusal.invalid("STORAGE_DEVICES_INVALID", "storage_devices: at most " + max + " are allowed.");
    }

    static Refusal actionMissing() {
        return Refusal.invalid("ACTION_MISSING", "storage_device: action is required: create, clone or attach.");
    }

    static Refusal badAction() {
        return Refusal.invalid("ACTION_INVALID", "storage_device: action must be create, clone or attach.");
    }

    static Refusal storageMissing() {
        return Refusal.invalid("STORAGE_MISSING", "storage_device: storage is required to clone or attach.");
    }

    static Refusal badType() {
        return Refusal.invalid("TYPE_INVALID", "storage_device: type must be disk.");
    }

    static Refusal badAddress() {
        return Refusal.invalid(
                "STORAGE_DEVICE_INVALID",
                "storage_device: address must be virtio, virtio:0 to virtio:15, scsi:0:0 to scsi:0:15 or ide:0:0 to"
                        + " ide:1:1.");
    }

    static Refusal addressTaken(String address) {
        return Refusal.conflict("DEVICE_ADDRESS_IN_USE", "storage_device: address " + address + " comes twice.");
    }

    static Refusal zoneMissing() {
        return Refusal.invalid("ZONE_MISSING", "zone: is required.");
    }

    static Refusal zoneUnknown(String zone) {
        return Refusal.notFound("ZONE_NOT_FOUND", "The zone " + zone + " does not exist.");
    }

    static Refusal wrapperMissing() {
        return Refusal.invalid("REQUEST_INVALID", "storage: is required, an object.");
    }
}
