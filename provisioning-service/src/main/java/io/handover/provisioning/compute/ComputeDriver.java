package io.handover.provisioning.compute;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A back end that runs machines. Every call may be repeated: a machine and a disk are named by the server's and the
 * storage's own id, so what a lost answer left behind is found again. What was removed is not made again, which is
 * refused: a call may arrive long after its caller has given it up, and after its undoing.
 *
 * <p>A call fails with {@link ComputeRefused} when repeating it cannot help, and with anything else when it may. It may
 * answer on any thread.
 */
public interface ComputeDriver {

    /** Makes a disk, unless it is there; with a source it holds from the start what that one holds now. */
    Uni<Void> createDisk(Disk disk);

    /** Lets a disk grow to a size, unless it has it; what it holds stays. Refused when it is to shrink. */
    Uni<Void> growDisk(UUID storageId, int sizeGib);

    /** A disk holds from now on what a backup of it holds; its size stays. */
    Uni<Void> restoreDisk(UUID storageId, UUID backupId);

    /** Removes a disk, if it is there. */
    Uni<Void> deleteDisk(UUID storageId);

    /** Makes a machine and starts it; one that is there stays as it is. */
    Uni<Machine> createMachine(MachineSpec spec);

    /** The machine of a server; empty when there is none. */
    Uni<Optional<Machine>> machine(UUID serverId);

    /** Starts a machine, unless it runs. */
    Uni<Machine> start(UUID serverId);

    /**
     * Stops a machine, if it runs. It answers at once, with the machine as it is then: a guest that was asked may run
     * on, and whoever needs it stopped asks for the {@link #machine} again. What was asked for last counts; asking for
     * the same again does not put a timeout off.
     */
    Uni<Machine> stop(UUID serverId, StopRequest how);

    /**
     * Stops and starts a machine; one that does not run is started. It answers at once, as {@link #stop} does, so that
     * a guest may still be what it was.
     */
    Uni<Machine> restart(UUID serverId, StopRequest how);

    /**
     * A machine's disks are these from now on, in the order of their addresses, whether it runs or not. Refused when
     * one of them is not there.
     */
    Uni<Void> setDisks(UUID serverId, List<UUID> storageIds);

    /** Gives a machine that does not run another size, unless it has it. Refused while it runs. */
    Uni<Void> resize(UUID serverId, int cores, int memoryMib);

    /**
     * Root logs in with this password from now on, whatever it had before and whether the machine runs or not; keys and
     * whoever is logged in stay. The back end keeps nothing of the password but its hash. Refused when a later one was
     * set: whoever asks has been overtaken.
     *
     * @param passwordId ids of later passwords sort later
     * @param hash as in {@code /etc/shadow}
     */
    Uni<Void> setRootPassword(UUID serverId, UUID passwordId, String hash);

    /** Removes a machine, if it is there; its disks stay. */
    Uni<Void> deleteMachine(UUID serverId);

    /** Where the back end listens. */
    URI url();

    /**
     * The servers whose machines may have changed, as soon as the back end says so. It never ends, and may leave some
     * out: who needs to know all of them looks at the {@link #inventory} now and then.
     */
    Multi<UUID> changes();

    /**
     * Shows at each machine which tags its server has, for whoever looks at the back end itself. These are all that
     * have some: the other machines show none from now on.
     */
    Uni<Void> showTags(Map<UUID, List<String>> tags);

    /** What there is. Asking for it lets what waits for guests go on, as asking for each {@link #machine} does. */
    Uni<Inventory> inventory();
}
