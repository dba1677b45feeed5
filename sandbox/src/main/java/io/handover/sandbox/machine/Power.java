package io.handover.sandbox.machine;

import io.handover.sandbox.ssh.Doors;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Turns machines on and off: at once, or when a guest's time is up. What was asked for last counts. */
@Singleton
class Power {

    private final Machines machines;
    private final MachineStore store;
    private final Doors doors;
    private final Clock clock;

    Power(Machines machines, MachineStore store, Doors doors, Clock clock) {
        this.machines = machines;
        this.store = store;
        this.doors = doors;
        this.clock = clock;
    }

    MachineView start(UUID id) {
        return machines.change(id, machine -> {
            machine.start(doors);
            store.keep(machine, machine.facts().in(MachineState.RUNNING));
        });
    }

    MachineView stop(UUID id, StopMachine how) {
        return machines.change(id, machine -> turnOff(machine, how, false));
    }

    MachineView restart(UUID id, StopMachine how) {
        return machines.change(id, machine -> turnOff(machine, how, true));
    }

    /** A machine is as it was when the process before this one ended, and what was pending is pending again. */
    void restore(Machine machine) {
        if (machine.facts().state() == MachineState.RUNNING) {
            machine.start(doors);
            later(machine.id(), machine.facts().unplug());
        }
    }

    private void turnOff(Machine machine, StopMachine how, boolean thenStart) {
        if (how.isHard() || machine.stopsWhenAsked()) {
            unplug(machine, thenStart);
        } else {
            waitFor(machine, Unplug.after(machine.facts().unplug(), how, thenStart, clock.instant()));
        }
    }

    private void unplug(Machine machine, boolean thenStart) {
        machine.stop();
        store.keep(machine, machine.facts().in(thenStart ? MachineState.RUNNING : MachineState.STOPPED));
        if (thenStart) {
            machine.start(doors);
        }
    }

    private void waitFor(Machine machine, @Nullable Unplug unplug) {
        if (!Objects.equals(unplug, machine.facts().unplug())) {
            store.keep(machine, machine.facts().with(unplug));
            later(machine.id(), unplug);
        }
    }

    private void later(UUID id, @Nullable Unplug unplug) {
        if (unplug != null) {
            long millis = clock.instant().until(unplug.at()).toMillis();
            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(() -> unplug(id, unplug));
        }
    }

    /** Unless something else was asked for meanwhile, or the machine is gone. */
    private void unplug(UUID id, Unplug due) {
        try {
            machines.change(id, machine -> {
                if (due.equals(machine.facts().unplug())) {
                    unplug(machine, due.thenStart());
                }
            });
        } catch (RuntimeException failure) {
            Log.errorf("machine not unplugged machineId=%s error=%s", id, failure);
        }
    }
}
