package io.handover.identity.password;

import java.util.concurrent.PriorityBlockingQueue;

/** Computations that wait. Strangers find room in the first half of it only. */
final class WaitingLine extends PriorityBlockingQueue<Runnable> {

    private static final long serialVersionUID = 1;

    private final int capacity;

    WaitingLine(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public boolean offer(Runnable computation) {
        return size() < room(computation) && super.offer(computation);
    }

    private int room(Runnable computation) {
        boolean known = computation instanceof Computation each && each.turn() == Whose.KNOWN;
        return known ? capacity : Math.max(1, capacity / 2);
    }
}
