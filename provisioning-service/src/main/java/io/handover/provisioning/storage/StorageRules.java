package io.handover.provisioning.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for what a request says about a storage, as pure functions. */
final class StorageRules {

    static final int SIZE_MAX = 4096;
    static final int DEVICES_MAX = 16;
    private static final int TITLE_LENGTH_MAX = 255;
    private static final Set<String> TIERS = Set.of("hdd", "standard", "maxiops");
    private static final Pattern ADDRESS = Pattern.compile("virtio:([0-9]|1[0-5])|scsi:0:([0-9]|1[0-5])|ide:[01]:[01]");
    private static final Pattern TITLE = Pattern.compile("[^<>\\p{Cntrl}]*");
    private static final Set<String> BUSES = Set.of("virtio", "scsi", "ide");

    private StorageRules() {}

    static int size(@Nullable Integer size) {
        if (size == null) {
            throw StorageRefusals.sizeMissing();
        }
        if (size < 1 || size > SIZE_MAX) {
            throw StorageRefusals.sizeOutOfRange();
        }
        return size;
    }

    /** The size of a copy: at least that of its original, and that if nothing is said. */
    static int sizeOfCopy(@Nullable Integer size, int original) {
        if (size == null) {
            return original;
        }
        if (size(size) < original) {
            throw StorageRefusals.sizeBelowSource(original);
        }
        return size;
    }

    static String tier(@Nullable String tier, String otherwise) {
        String chosen = orElse(tier, otherwise);
        if (!TIERS.contains(chosen)) {
            throw StorageRefusals.badTier();
        }
        return chosen;
    }

    static String title(@Nullable String title) {
        if (title == null || title.isEmpty()) {
            throw StorageRefusals.titleMissing();
        }
        if (title.length() > TITLE_LENGTH_MAX || !TITLE.matcher(title).matches()) {
            throw StorageRefusals.badTitle();
        }
        return title;
    }

    static boolean encrypted(@Nullable String encrypted) {
        return switch (orElse(encrypted, "no")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw StorageRefusals.badEncrypted();
        };
    }

    static UUID id(@Nullable String storage) {
        if (storage == null || storage.isEmpty()) {
            throw StorageRefusals.storageMissing();
        }
        try {
            return UUID.fromString(storage);
        } catch (IllegalArgumentException malformed) {
            throw StorageRefusals.notAnId();
        }
    }

    static List<StorageDevice> devices(@Nullable List<@Nullable StorageDevice> devices) {
        if (devices == null || devices.isEmpty()) {
            throw StorageRefusals.noDevices();
        }
        if (devices.size() > DEVICES_MAX) {
            throw StorageRefusals.tooManyDevices(DEVICES_MAX);
        }
        return devices.stream()
                .map(device -> device == null ? StorageDevice.EMPTY : device)
                .toList();
    }

    /** An address for each device, in order: the one it asks for, or the next that is free on its bus. */
    static List<String> addresses(List<StorageDevice> devices) {
        Set<String> taken = new HashSet<>();
        devices.stream()
                .map(StorageRules::exactAddress)
                .filter(address -> !address.isEmpty())
                .forEach(address -> {
                    if (!taken.add(address)) {
                        throw StorageRefusals.addressTaken(address);
                    }
                });
        List<String> addresses = new ArrayList<>();
        for (StorageDevice device : devices) {
            String exact = exactAddress(device);
            addresses.add(exact.isEmpty() ? nextFree(orElse(device.address(), "virtio"), taken) : exact);
        }
        return addresses;
    }

    static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    private static String exactAddress(StorageDevice device) {
        String address = orElse(device.address(), "virtio");
        if (BUSES.contains(address)) {
            return "";
        }
        if (!ADDRESS.matcher(address).matches()) {
            throw StorageRefusals.badAddress();
        }
        return address;
    }

    private static String nextFree(String bus, Set<String> taken) {
        String prefix = "virtio".equals(bus) ? "virtio:" : "scsi".equals(bus) ? "scsi:0:" : "ide:0:";
        int slots = "ide".equals(bus) ? 2 : DEVICES_MAX;
        for (int slot = 0; slot < slots; slot++) {
            if (taken.add(prefix + slot)) {
                return prefix + slot;
            }
        }
        throw StorageRefusals.badAddress();
    }
}
