package io.handover.sandbox.shell;

import java.time.Duration;

/** The machine as its shell sees it: all that a command can learn or change. */
public interface Guest {

    /** Its own name. */
    String hostname();

    /** How long it has been running. */
    Duration uptime();

    /** Gives root another password, which stays the caller's to wipe. */
    void changePassword(char[] password);
}
