package io.handover.simulation.search;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Looks for histories that go wrong, by {@link AssertionError}, and throws the shortest found as a
 * {@link Counterexample}.
 */
public final class Search {

    /** How many histories are tried to find a shorter one. */
    private static final int SHORTER_MAX = 20_000;

    private Search() {}

    /** Histories of so many seeds, one after the other; several at a time. */
    public static void seeds(long first, long count, Consumer<Choices> history) {
        LongStream.range(first, first + count)
                .parallel()
                .filter(seed -> wrong(Choices.drawn(seed), history).isPresent())
                .findFirst()
                .ifPresent(seed -> fail("seed " + seed, taken(Choices.drawn(seed), history), history));
    }

    /**
     * The plainest history, and each that differs from it in one choice: whatever can go wrong goes wrong once, alone,
     * wherever it can.
     *
     * @return how many
     */
    public static int deviations(Consumer<Choices> history) {
        int[] kinds = kinds(history);
        int count = 1;
        for (int at = 0; at < kinds.length; at++) {
            for (int choice = 1; choice < kinds[at]; choice++) {
                int[] other = with(at, choice);
                if (wrong(Choices.of(other), history).isPresent()) {
                    fail("found by deviating", other, history);
                }
                count++;
            }
        }
        return count;
    }

    private static int[] with(int at, int choice) {
        int[] other = new int[at + 1];
        other[at] = choice;
        return other;
    }

    private static int[] kinds(Consumer<Choices> history) {
        Choices choices = Choices.of();
        if (wrong(choices, history).isPresent()) {
            fail("nothing goes wrong", choices.taken(), history);
        }
        return choices.kinds();
    }

    private static int[] taken(Choices choices, Consumer<Choices> history) {
        wrong(choices, history);
        return choices.taken();
    }

    private static Optional<AssertionError> wrong(Choices choices, Consumer<Choices> history) {
        try {
            history.accept(choices);
            return Optional.empty();
        } catch (AssertionError wrong) {
            return Optional.of(wrong);
        }
    }

    private static void fail(String origin, int[] found, Consumer<Choices> history) {
        int[] shortest = new Shortening(SHORTER_MAX, given -> {
                    Choices choices = Choices.of(given);
                    return wrong(choices, history).map(wrong -> choices.taken());
                })
                .shortest(found);
        throw new Counterexample(
                origin, shortest, wrong(Choices.of(shortest), history).orElseThrow());
    }
}
