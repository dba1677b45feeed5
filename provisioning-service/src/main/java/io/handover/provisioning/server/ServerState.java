package io.handover.provisioning.server;

import java.util.Locale;

enum ServerState {
    /** It is being deployed. */
    MAINTENANCE,
    STARTED,
    STOPPED,
    /** It could not be deployed, or its machine does not do what it was told. */
    ERROR;

    String onTheWire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
