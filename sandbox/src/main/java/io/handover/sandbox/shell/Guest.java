package io.handover.sandbox.shell;

import io.handover.sandbox.disk.Disk;
import java.time.Duration;
import java.util.List;

/** The machine as its shell sees it: all that a command can learn or change. */
public interface Guest {

    /** Its own name. */
    String hostname();

    /** How long it has been running. */
    Duration uptime();

    /** Gives root another password, which stays the caller's to wipe. */
    void changePassword(char[] password);

    /** Its disks, in the order of their addresses. */
    List<Disk> disks();

    /** Lets a disk hold a text, by its place among the {@link #disks}. */
    void writeDisk(int place, String text);

    /** Whether it stops when the hypervisor asks it to. */
    boolean listens();

    /** Whether it is to stop when it is asked to, until it starts again: then it does. */
    void listen(boolean on);
}
