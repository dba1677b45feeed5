package io.handover.provisioning.storage;

import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.label.Labels;
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
    private static final Pattern TITLE = Pattern.compile("[^<>\\p{Cntrl}]*");

    private StorageRules() {}

    /** A new, empty storage. Refuses the first field that breaks a rule. */
    static StorageForm form(CreateStorage.Fields wish, Catalogue catalogue) {
        return new StorageForm(
                title(wish.title()),
                size(wish.size()),
                tier(wish.tier(), "maxiops"),
                zone(wish.zone(), catalogue),
                encrypted(wish.encrypted()),
                Labels.checked(wish.labels()),
                BackupRule.checked(wish.backupRule()),
                false,
                null,
                StorageType.NORMAL,
                StorageState.ONLINE,
                false);
    }

    static String zone(@Nullable String zone, Catalogue catalogue) {
        if (zone == null || zone.isEmpty()) {
            throw StorageRefusals.zoneMissing();
        }
        if (catalogue.zone(zone).isEmpty()) {
            throw StorageRefusals.zoneUnknown(zone);
        }
        return zone;
    }

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
        return encrypted(encrypted, false);
    }

    static boolean encrypted(@Nullable String encrypted, boolean otherwise) {
        return switch (orElse(encrypted, otherwise ? "yes" : "no")) {
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

    static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
