package io.handover.provisioning.compute;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/**
 * A back end that runs machines. Every call may be repeated: a machine and a disk are named by the server's and the
 * storage's own id, so what a lost answer left behind is found again.
 *
 * <p>A call fails with {@link ComputeRefused} when repeating it cannot help, and with anything else when it may. It may
 * answer on any thread.
 */
public interface ComputeDriver {

    /** Makes a disk, unless it is there. */
    Uni<Void> createDisk(Disk disk);

    /** Removes a disk, if it is there. */
    Uni<Void> deleteDisk(UUID storageId);

    /** Makes a machine and starts it; one that is there stays as it is. */
    Uni<Machine> createMachine(MachineSpec spec);

    /** The machine of a server; empty when there is none. */
    Uni<Optional<Machine>> machine(UUID serverId);

    /** Starts a machine, unless it runs. */
    Uni<Machine> start(UUID serverId);

    /** Stops a machine, if it runs. */
    Uni<Machine> stop(UUID serverId);

    /** Stops and starts a machine. */
    Uni<Machine> restart(UUID serverId);

    /** Removes a machine, if it is there; its disks stay. */
    Uni<Void> deleteMachine(UUID serverId);
}
