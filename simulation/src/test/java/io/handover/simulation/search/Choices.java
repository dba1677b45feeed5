package io.handover.simulation.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * All that is left to chance in one history: drawn from a seed, or given. A history is nothing but the list of its
 * choices, so that the same list is the same history, and a shorter one, or one of smaller numbers, is a simpler one. 0
 * is always the plainest: nothing happens.
 */
public final class Choices {

    private final @Nullable SplittableRandom random;
    private final int[] given;
    private int[] taken = new int[128];
    private int[] kinds = new int[128];
    private int size;

    private Choices(@Nullable SplittableRandom random, int[] given) {
        this.random = random;
        this.given = given;
    }

    /** Those of a seed. */
    public static Choices drawn(long seed) {
        return new Choices(new SplittableRandom(seed), new int[0]);
    }

    /** These, and 0 ever after. */
    public static Choices of(int... given) {
        return new Choices(null, given);
    }

    /** One of 0 to bound - 1. */
    public int below(int bound) {
        return take(bound, size < given.length ? given[size] : random == null ? 0 : random.nextInt(bound));
    }

    /** 0 mostly; so often in a thousand, one of 1 to bound - 1. */
    public int seldom(int bound, int perMille) {
        return take(bound, size < given.length ? given[size] : random == null ? 0 : seldom(random, bound, perMille));
    }

    private static int seldom(SplittableRandom random, int bound, int perMille) {
        return random.nextInt(1000) < perMille ? random.nextInt(1, bound) : 0;
    }

    private int take(int bound, int wanted) {
        if (size == taken.length) {
            taken = Arrays.copyOf(taken, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        taken[size] = Math.min(wanted, bound - 1);
        kinds[size] = bound;
        return taken[size++];
    }

    /** What was chosen so far; zeros at the end go without saying. */
    public int[] taken() {
        int end = size;
        while (end > 0 && taken[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(taken, end);
    }

    /** Among how many was chosen so far. */
    int[] kinds() {
        return Arrays.copyOf(kinds, size);
    }
}
