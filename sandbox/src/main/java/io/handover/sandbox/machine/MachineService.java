package io.handover.sandbox.machine;

import io.handover.sandbox.disk.Disks;
import io.handover.sandbox.machine.KeptMachine.Facts;
import io.handover.sandbox.password.PasswordHash;
import io.handover.sandbox.refusal.Refusal;
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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The machines there are. Whatever is asked may be asked again. */
@Singleton
class MachineService {

    private final MachineStore store;
    private final Disks disks;
    private final Addresses addresses;
    private final Doors doors;
    private final Clock clock;
    private final SecureRandom random;
    private final Turns turns = new Turns();
    private final Map<UUID, Machine> machines = new ConcurrentHashMap<>();

    MachineService(
            MachineStore store, Disks disks, Addresses addresses, Doors doors, Clock clock, SecureRandom random) {
        this.store = store;
        this.disks = disks;
        this.addresses = addresses;
        this.doors = doors;
        this.clock = clock;
        this.random = random;
    }

    /** Machines that ran when the process ended run again before the first request is answered. */
    void restore(@Observes StartupEvent started) {
        store.ids().forEach(this::restore);
        Log.infof("machines restored count=%d", machines.size());
    }

    /** They are to run again after the next start, so that nothing is written. */
    void close(@Observes ShutdownEvent ended) {
        machines.values().forEach(Machine::stop);
    }

    /** One that is there stays as it is. */
    MachineView put(UUID id, PutMachine wanted) {
        return turns.take(id, () -> {
            Machine there = machines.get(id);
            return (there == null ? create(id, wanted) : there).view();
        });
    }

    MachineView get(UUID id) {
        return known(id).view();
    }

    MachineView start(UUID id) {
        return change(id, this::start);
    }

    MachineView stop(UUID id) {
        return change(id, this::stop);
    }

    MachineView restart(UUID id) {
        return change(id, machine -> {
            machine.stop();
            start(machine);
        });
    }

    void delete(UUID id) {
        turns.take(id, () -> {
            Machine machine = machines.remove(id);
            if (machine != null) {
                machine.stop();
                addresses.release(machine.view().ssh(), id);
                Log.infof("machine deleted machineId=%s", id);
            }
            store.delete(id);
            return machine;
        });
    }

    private Machine create(UUID id, PutMachine wanted) {
        wanted.disks().stream().filter(disk -> !disks.has(disk)).findFirst().ifPresent(missing -> {
            throw MachineRefusals.unknownDisk(missing);
        });
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
        machines.put(id, machine);
        Log.infof("machine created machineId=%s address=%s", id, machine.view().ssh());
        return machine;
    }

    private static KeptMachine wanted(PutMachine wanted, SshAddress address) {
        var facts = new Facts(
                wanted.hostname(), wanted.cores(), wanted.memoryMib(), wanted.disks(), address, MachineState.RUNNING);
        return new KeptMachine(facts, hash(wanted.rootPasswordHash()), wanted.sshKeys(), HostKey.make());
    }

    private static @Nullable PasswordHash hash(@Nullable String text) {
        return text == null ? null : PasswordHash.of(text);
    }

    /** A machine that cannot be read or started is no reason not to start the others. */
    private void restore(UUID id) {
        try {
            Machine machine = inMemory(id, store.read(id));
            machines.put(id, machine);
            addresses.keep(machine.view().ssh(), id);
            if (machine.kept().facts().state() == MachineState.RUNNING) {
                machine.start(doors);
            }
        } catch (UncheckedIOException | IllegalArgumentException unreadable) {
            Log.errorf(unreadable, "machine not restored machineId=%s", id);
        } catch (Refusal refused) {
            Log.errorf("machine not started machineId=%s error=%s", id, refused.getMessage());
        }
    }

    private Machine inMemory(UUID id, KeptMachine kept) {
        return new Machine(id, kept, clock, this::changePassword);
    }

    private void start(Machine machine) {
        machine.start(doors);
        keep(machine, MachineState.RUNNING);
    }

    private void stop(Machine machine) {
        machine.stop();
        keep(machine, MachineState.STOPPED);
    }

    private void keep(Machine machine, MachineState state) {
        KeptMachine changed = machine.kept().in(state);
        if (!changed.equals(machine.kept())) {
            store.writeFacts(machine.id(), changed);
            machine.keep(changed);
            Log.infof("machine changed machineId=%s state=%s", machine.id(), state);
        }
    }

    private void changePassword(UUID id, char[] password) {
        PasswordHash hash = PasswordHash.of(password, random);
        change(id, machine -> {
            KeptMachine changed = machine.kept().withPassword(hash);
            store.writePassword(id, changed);
            machine.keep(changed);
            Log.infof("password changed machineId=%s", id);
        });
    }

    private MachineView change(UUID id, Consumer<Machine> change) {
        return turns.take(id, () -> {
            Machine machine = known(id);
            change.accept(machine);
            return machine.view();
        });
    }

    private Machine known(UUID id) {
        Machine machine = machines.get(id);
        if (machine == null) {
            throw MachineRefusals.unknownMachine(id);
        }
        return machine;
    }
}
