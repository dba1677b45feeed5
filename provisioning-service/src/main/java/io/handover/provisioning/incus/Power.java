package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.compute.StopType;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Starts, stops and restarts machines. A guest that is asked may take its time: what it was asked for is noted down at
 * its instance, and whoever looks at that next goes on with it.
 */
final class Power {

    private final Instances instances;
    private final Addresses addresses;
    private final Clock clock;
    private final Duration longest;

    Power(Instances instances, Addresses addresses, IncusSettings settings, Clock clock) {
        this.instances = instances;
        this.addresses = addresses;
        this.clock = clock;
        this.longest = settings.longest();
    }

    Uni<Instance> start(UUID server) {
        return instances.machine(server).chain(machine -> {
            if (!machine.powered()) {
                return up(machine);
            }
            if (machine.startingSince().isEmpty()) {
                return cleared(machine);
            }
            return wasLeftStarting(machine)
                    ? instances.unplug(machine.name()).chain(() -> up(machine))
                    : Uni.createFrom().failure(IncusFailure.underWay("the start of " + machine.name()));
        });
    }

    Uni<Instance> stop(UUID server, StopRequest how) {
        return instances.machine(server).chain(machine -> {
            if (!machine.powered()) {
                return cleared(machine);
            }
            return how.type() == StopType.HARD
                    ? instances.unplug(machine.name()).chain(() -> cleared(machine))
                    : asked(machine, Pending.of(how, false, clock.instant()));
        });
    }

    Uni<Instance> restart(UUID server, StopRequest how) {
        return instances.machine(server).chain(machine -> {
            if (!machine.powered()) {
                return up(machine);
            }
            Pending restart = Pending.of(how, true, clock.instant());
            return how.type() == StopType.HARD
                    ? noted(machine, restart).chain(() -> again(machine)).chain(this::goOn)
                    : asked(machine, restart);
        });
    }

    /** Goes on with what a machine was asked for, if there is something and its time has come. */
    Uni<Instance> goOn(Instance machine) {
        return machine.pending()
                .map(pending -> goOn(machine, pending))
                .orElseGet(() -> Uni.createFrom().item(machine));
    }

    /** Turns it on, under another address when its own has been taken by somebody else on the host. */
    Uni<Instance> up(Instance machine) {
        UUID server = Keys.server(machine.name()).orElseThrow();
        if (machine.storage().isEmpty()) {
            throw new ComputeRefused("the machine has no disk with an operating system");
        }
        return instances
                .note(machine.name(), Map.of(Keys.STARTING, clock.instant().toString()))
                .chain(() -> instances.start(machine.name()))
                .onFailure(Power::isAddressTaken)
                .recoverWithUni(taken -> addresses
                        .free(server, machine.noted(Keys.ADDRESS))
                        .chain(address -> instances.attach(
                                machine.name(), Map.of(Keys.ADDRESS, address), addresses.device(address)))
                        .chain(() -> again(machine))
                        .chain(this::up)
                        .replaceWithVoid())
                .chain(() -> again(machine))
                .chain(this::cleared);
    }

    private Uni<Instance> asked(Instance machine, Pending wanted) {
        StopRequest how = wanted.how();
        if (machine.pending()
                .filter(pending -> pending.isFor(how, wanted.thenStart()))
                .isPresent()) {
            return goOn(machine);
        }
        return noted(machine, wanted)
                .chain(() -> instances.ask(machine.name()))
                .chain(() -> again(machine))
                .chain(this::goOn);
    }

    private Uni<Instance> goOn(Instance machine, Pending pending) {
        if (!machine.powered()) {
            return pending.thenStart() ? up(machine) : cleared(machine);
        }
        if (pending.thenStart() && machine.startingSince().isPresent() && !wasLeftStarting(machine)) {
            return Uni.createFrom().item(machine);
        }
        if (pending.isToBeUnplugged(clock.instant()) || (pending.thenStart() && wasLeftStarting(machine))) {
            return instances.unplug(machine.name()).chain(() -> pending.thenStart() ? up(machine) : cleared(machine));
        }
        return pending.isOver(clock.instant())
                ? cleared(machine)
                : Uni.createFrom().item(machine);
    }

    private Uni<Void> noted(Instance machine, Pending pending) {
        return instances.note(machine.name(), Map.of(Keys.STOP, pending.toString()));
    }

    /** As it is now; nothing is waited for any more. */
    private Uni<Instance> cleared(Instance machine) {
        boolean waits = machine.pending().isPresent() || machine.startingSince().isPresent();
        Uni<Void> cleared = waits
                ? instances.note(machine.name(), Map.of(Keys.STOP, "", Keys.STARTING, ""))
                : Uni.createFrom().voidItem();
        return cleared.chain(() -> again(machine));
    }

    /** Nobody is at it any more, and nobody knows whether it can be reached: its proxy is started after the guest. */
    private boolean wasLeftStarting(Instance machine) {
        return machine.startingSince()
                .filter(since -> since.plus(longest).isBefore(clock.instant()))
                .isPresent();
    }

    private Uni<Instance> again(Instance machine) {
        return instances.machine(Keys.server(machine.name()).orElseThrow());
    }

    private static boolean isAddressTaken(Throwable failure) {
        return failure instanceof IncusFailure answer && answer.isAddressTaken();
    }
}
