package io.handover.sandbox.machine;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The machines in memory. They are added, changed and removed in their turn only. */
@Singleton
final class Machines {

    private final Turns turns = new Turns();
    private final Map<UUID, Machine> machines = new ConcurrentHashMap<>();

    <T> T inTurn(UUID id, Supplier<T> action) {
        return turns.take(id, action);
    }

    /** Changes a machine, in its turn; refused when there is none. */
    MachineView change(UUID id, Consumer<Machine> change) {
        return inTurn(id, () -> {
            Machine machine = known(id);
            change.accept(machine);
            return machine.view();
        });
    }

    Optional<Machine> find(UUID id) {
        return Optional.ofNullable(machines.get(id));
    }

    Machine known(UUID id) {
        return find(id).orElseThrow(() -> MachineRefusals.unknownMachine(id));
    }

    Collection<Machine> all() {
        return Map.copyOf(machines).values();
    }

    void add(Machine machine) {
        machines.put(machine.id(), machine);
    }

    Optional<Machine> remove(UUID id) {
        return Optional.ofNullable(machines.remove(id));
    }

    /** The end: nobody finds one any more. */
    Collection<Machine> removeAll() {
        var removed = Map.copyOf(machines).values();
        machines.clear();
        return removed;
    }

    int count() {
        return machines.size();
    }
}
