package io.handover.sandbox.machine;

import io.handover.sandbox.disk.Disks;
import io.handover.sandbox.machine.KeptMachine.Facts;
import io.handover.sandbox.password.PasswordHash;
import io.handover.sandbox.refusal.Refusal;
import io.handover.sandbox.removal.Removals;
import io.handover.sandbox.ssh.Addresses;
import io.handover.sandbox.ssh.Doors;
import io.handover.sandbox.ssh.HostKey;
import io.handover.sandbox.ssh.SshAddress;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The machines there are. Whatever is asked may be asked again. */
@Singleton
class MachineService {

    private final Machines machines;
    private final MachineStore store;
    private final Power power;
    private final Disks disks;
    private final Addresses addresses;
    private final Doors doors;
    private final Clock clock;
    private final SecureRandom random;
    private final Removals removals;

    MachineService(
            Machines machines,
            MachineStore store,
            Power power,
            Disks disks,
            Addresses addresses,
            Doors doors,
            Clock clock,
            SecureRandom random,
            Removals removals) {
        this.machines = machines;
        this.store = store;
        this.power = power;
        this.disks = disks;
        this.addresses = addresses;
        this.doors = doors;
        this.clock = clock;
        this.random = random;
        this.removals = removals;
    }

    /** Machines that ran when the process ended run again before the first request is answered. */
    void restore(@Observes StartupEvent started) {
        store.ids().forEach(this::restore);
        Log.infof("machines restored count=%d", machines.count());
    }

    /** They are to run again after the next start, so that nothing is written. */
    void close(@Observes ShutdownEvent ended) {
        machines.removeAll().forEach(Machine::stop);
    }

    /** One that is there stays as it is, one that was deleted stays so. */
    MachineView put(UUID id, PutMachine wanted) {
        return machines.inTurn(
                id, () -> machines.find(id).orElseGet(() -> create(id, wanted)).view());
    }

    MachineView get(UUID id) {
        return machines.known(id).view();
    }

    List<MachineView> all() {
        return machines.all().stream().map(Machine::view).toList();
    }

    MachineView setDisks(UUID id, List<UUID> wanted) {
        return machines.change(id, machine -> {
            refuseMissing(wanted);
            store.keep(machine, machine.facts().with(wanted));
        });
    }

    MachineView resize(UUID id, ResizeMachine wanted) {
        return machines.change(id, machine -> {
            Facts resized = machine.facts().sized(wanted.cores(), wanted.memoryMib());
            if (machine.isOn() && !resized.equals(machine.facts())) {
                throw MachineRefusals.running();
            }
            store.keep(machine, resized);
        });
    }

    /**
     * Whoever is logged in stays so; whoever logs in needs the new one, or a key. Refused when a later one was set by a
     * request that was faster.
     */
    MachineView setRootPassword(UUID id, SetRootPassword wanted) {
        return machines.change(id, machine -> {
            machine.refuseOlder(wanted.passwordId());
            store.keep(machine, PasswordHash.of(wanted.rootPasswordHash()));
        });
    }

    void delete(UUID id) {
        machines.inTurn(id, () -> {
            removals.add(id);
            Optional<Machine> removed = machines.remove(id);
            removed.ifPresent(machine -> {
                machine.stop();
                addresses.release(machine.facts().ssh(), id);
                Log.infof("machine deleted machineId=%s", id);
            });
            store.delete(id);
            return removed;
        });
    }

    private Machine create(UUID id, PutMachine wanted) {
        removals.refuse(id);
        refuseMissing(wanted.disks());
        SshAddress address = addresses.assign(id).orElseThrow(MachineRefusals::noAddressLeft);
        try {
            Machine machine = inMemory(id, wanted(wanted, address));
            machine.start(doors);
            return kept(id, machine);
        } catch (RuntimeException failure) {
            addresses.release(address, id);
            throw failure;
        }
    }

    /** It is written last: what is found after a restart has been working. */
    private Machine kept(UUID id, Machine machine) {
        try {
            store.create(id, machine.kept());
        } catch (RuntimeException failure) {
            machine.stop();
            throw failure;
        }
        machines.add(machine);
        Log.infof("machine created machineId=%s address=%s", id, machine.facts().ssh());
        return machine;
    }

    private static KeptMachine wanted(PutMachine wanted, SshAddress address) {
        var facts = new Facts(
                wanted.hostname(),
                wanted.cores(),
                wanted.memoryMib(),
                wanted.disks(),
                address,
                MachineState.RUNNING,
                null);
        return new KeptMachine(facts, hash(wanted.rootPasswordHash()), wanted.sshKeys(), HostKey.make());
    }

    private static @Nullable PasswordHash hash(@Nullable String text) {
        return text == null ? null : PasswordHash.of(text);
    }

    /** A machine that cannot be read or started is no reason not to start the others. */
    private void restore(UUID id) {
        try {
            Machine machine = inMemory(id, store.read(id));
            machines.add(machine);
            addresses.keep(machine.facts().ssh(), id);
            power.restore(machine);
        } catch (UncheckedIOException | IllegalArgumentException unreadable) {
            Log.errorf(unreadable, "machine not restored machineId=%s", id);
        } catch (Refusal refused) {
            Log.errorf("machine not started machineId=%s error=%s", id, refused.getMessage());
        }
    }

    private Machine inMemory(UUID id, KeptMachine kept) {
        return new Machine(id, kept, disks, clock, this::changePassword);
    }

    private void changePassword(UUID id, char[] password) {
        PasswordHash hash = PasswordHash.of(password, random);
        machines.change(id, machine -> store.keep(machine, hash));
    }

    private void refuseMissing(List<UUID> wanted) {
        wanted.stream().filter(disk -> disks.find(disk).isEmpty()).findFirst().ifPresent(missing -> {
            throw MachineRefusals.unknownDisk(missing);
        });
    }
}
