package io.handover.provisioning.deployment;

import io.handover.provisioning.compute.Disk;
import java.util.List;
import java.util.UUID;

/** What a deployment asks of the back end. Each may be asked twice: the driver's calls are idempotent. */
public sealed interface Call {

    /** Make a disk. */
    record MakeDisk(Disk disk) implements Call {}

    /**
     * Make the machine.
     *
     * @param disks in the order of their addresses
     */
    record MakeMachine(List<UUID> disks) implements Call {}

    /** Find out whether the machine can be logged in to. */
    record LogIn() implements Call {}

    /** Remove the machine. */
    record RemoveMachine() implements Call {}

    /** Remove a disk. */
    record RemoveDisk(UUID storageId) implements Call {}
}
