package io.handover.provisioning.storage;

import java.util.Locale;

enum StorageType {
    NORMAL,
    BACKUP,
    TEMPLATE;

    static StorageType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String onTheWire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
