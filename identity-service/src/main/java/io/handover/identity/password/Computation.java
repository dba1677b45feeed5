package io.handover.identity.password;

import java.util.Comparator;

/**
 * One that waits.
 *
 * @param number counts up
 */
record Computation(Whose turn, long number, Runnable work) implements Runnable, Comparable<Computation> {

    private static final Comparator<Computation> ORDER =
            Comparator.comparing(Computation::turn).thenComparingLong(Computation::number);

    @Override
    public void run() {
        work.run();
    }

    @Override
    public int compareTo(Computation other) {
        return ORDER.compare(this, other);
    }
}
