package io.handover.chaos.history;

import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that happened, written down by everybody at once. */
public final class History {

    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final Queue<Disruption> disruptions = new ConcurrentLinkedQueue<>();

    /** Notes what a client did. */
    public void add(Operation operation) {
        operations.add(operation);
    }

    /** Notes what was done to the system. */
    public void add(Disruption disruption) {
        disruptions.add(disruption);
    }

    /** In the order in which they began. */
    public List<Operation> operations() {
        return operations.stream()
                .sorted(Comparator.comparing(Operation::began))
                .toList();
    }

    /** What was done to the system, in the order in which it ended. */
    public List<Disruption> disruptions() {
        return List.copyOf(disruptions);
    }
}
