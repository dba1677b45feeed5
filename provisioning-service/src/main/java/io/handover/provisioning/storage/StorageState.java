package io.handover.provisioning.storage;

import java.util.Locale;

/** What goes on with a storage, and what may be done with it meanwhile; nothing but pure functions. */
enum StorageState {
    ONLINE,
    /** It is being made. */
    MAINTENANCE,
    /** It is being copied. */
    CLONING,
    /** A backup of it is being made. */
    BACKUPING,
    /** It is being restored, or it is the backup that this is done from. */
    SYNCING,
    /** It could not be made or restored. */
    ERROR;

    /** The state after something is done or happens; refused where that is forbidden. */
    StorageState after(StorageAct act) {
        return switch (act) {
            case CHANGE, ATTACH, DETACH -> only(ONLINE, ONLINE);
            case COPY -> only(ONLINE, CLONING);
            case BACK_UP -> only(ONLINE, BACKUPING);
            case RESTORE -> only(ONLINE, SYNCING);
            case CANCEL -> only(MAINTENANCE, MAINTENANCE);
            case DELETE -> this == ERROR ? ERROR : only(ONLINE, ONLINE);
            case END -> this == ERROR ? ERROR : ONLINE;
            case FAIL -> ERROR;
        };
    }

    static StorageState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String onTheWire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isBusy() {
        return this != ONLINE && this != ERROR;
    }

    private StorageState only(StorageState wanted, StorageState next) {
        if (this != wanted) {
            throw StorageRefusals.wrongState(this, wanted);
        }
        return next;
    }
}
