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

    static Refusal attachedTwice(boolean asCdrom) {
        return Refusal.conflict(
                asCdrom ? "STORAGE_ATTACHED_AS_CDROM" : "STORAGE_ATTACHED_AS_DISK",
                "The storage is attached to this server already.");
    }

    static Refusal inUse() {
        return Refusal.conflict("STORAGE_IN_USE", "The storage is attached to another server.");
    }

    static Refusal wrongState(StorageState state, StorageState wanted) {
        return Refusal.conflict(
                "STORAGE_STATE_ILLEGAL",
                "The storage is in state " + state.onTheWire() + "; it must be in state " + wanted.onTheWire() + ".");
    }

    static Refusal copied() {
        return Refusal.conflict("STORAGE_STATE_ILLEGAL", "The storage is being copied.");
    }

    static Refusal nothingToCancel() {
        return Refusal.conflict("STORAGE_STATE_ILLEGAL", "Nothing goes on with the storage that can be cancelled.");
    }

    static Refusal wrongType(StorageType type) {
        return Refusal.conflict(
                "STORAGE_TYPE_ILLEGAL", "This cannot be done with a storage of type " + type.onTheWire() + ".");
    }

    static Refusal serverNotStopped() {
        return Refusal.conflict("SERVER_STATE_ILLEGAL", "The server of the storage must be in state stopped.");
    }

    static Refusal resourcesExhausted(String tier, int max) {
        return Refusal.conflict(
                "STORAGE_RESOURCES_UNAVAILABLE",
                "An account's storages of tier " + tier + " have at most " + max + " GiB together.");
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
        return Refusal.invalid("TYPE_INVALID", "storage_device: type must be disk or cdrom.");
    }

    static Refusal badAddress() {
        return Refusal.invalid(
                "STORAGE_DEVICE_INVALID",
                "storage_device: address must be virtio, virtio:0 to virtio:15, scsi:0:0 to scsi:0:15 or ide:0:0 to"
                        + " ide:1:1.");
    }

    static Refusal addressTaken(String address) {
        return Refusal.conflict("DEVICE_ADDRESS_IN_USE", "storage_device: address " + address + " is taken.");
    }

    static Refusal busFull(String bus) {
        return Refusal.conflict("DEVICE_ADDRESS_IN_USE", "storage_device: no address of " + bus + " is free.");
    }

    static Refusal addressFree() {
        return Refusal.conflict("DEVICE_ADDRESS_NOT_IN_USE", "storage_device: the server has no such device.");
    }

    static Refusal deviceMissing() {
        return Refusal.invalid("STORAGE_DEVICE_MISSING", "storage_device: is required, an object.");
    }

    static Refusal badBootDisk() {
        return Refusal.invalid("STORAGE_DEVICE_INVALID", "storage_device: boot_disk must be 0 or 1.");
    }

    static Refusal tooManyBootDisks() {
        return Refusal.invalid("TOO_MANY_BOOT_DISKS", "storage_devices: at most one has boot_disk 1.");
    }

    static Refusal tooManyAttached(int storages, int together) {
        return Refusal.conflict(
                "STORAGE_DEVICE_LIMIT_REACHED",
                "A server has at most " + storages + " storages, and " + together + " storages and interfaces.");
    }

    static Refusal ideHotplug() {
        return Refusal.conflict("IDE_HOTPLUG_UNSUPPORTED", "IDE devices change only while the server is stopped.");
    }

    static Refusal cdromHotplug() {
        return Refusal.conflict("CDROM_HOTPLUG_UNSUPPORTED", "CD-ROMs change only while the server is stopped.");
    }

    static Refusal cdromInUse() {
        return Refusal.conflict("CDROM_DEVICE_IN_USE", "A CD-ROM is loaded already. Eject it first.");
    }

    static Refusal noCdrom() {
        return Refusal.conflict("DEVICE_ADDRESS_NOT_IN_USE", "No CD-ROM is loaded.");
    }

    static Refusal badBackupPolicy() {
        return Refusal.invalid("BACKUP_DELETION_POLICY_INVALID", "backups: must be keep, keep_latest or delete.");
    }

    static Refusal badInterval() {
        return Refusal.invalid(
                "INTERVAL_INVALID", "backup_rule: interval must be daily, mon, tue, wed, thu, fri, sat or sun.");
    }

    static Refusal badBackupTime() {
        return Refusal.invalid("BACKUP_RULE_INVALID", "backup_rule: time must be a time of day, as HHMM.");
    }

    static Refusal badRetention() {
        return Refusal.invalid("RETENTION_INVALID", "backup_rule: retention must be from 1 to 1095 days.");
    }

    static Refusal backupRuleConflict() {
        return Refusal.conflict(
                "BACKUP_RULE_CONFLICT", "backup_rule: the server of the storage has a simple_backup already.");
    }

    static Refusal importMissing() {
        return Refusal.invalid("REQUEST_INVALID", "storage_import: is required, an object.");
    }

    static Refusal badImportSource() {
        return Refusal.invalid("SOURCE_INVALID", "storage_import: source must be http_import or direct_upload.");
    }

    static Refusal badImportLocation() {
        return Refusal.invalid(
                "SOURCE_LOCATION_INVALID", "storage_import: source_location must be an http or https URL.");
    }

    static Refusal noImport() {
        return Refusal.notFound("NOT_FOUND", "Nothing was imported into the storage.");
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
