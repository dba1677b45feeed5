package io.handover.simulation.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a list of choices shorter, and its numbers smaller, as long as its history still goes wrong: leaves out pieces,
 * halves at first and single choices in the end, and lowers what remains.
 */
final class Shortening {

    private final Function<int[], Optional<int[]>> history;
    private int left;

    /**
     * Tries so many histories at most.
     *
     * @param history what was chosen in the end, if it went wrong
     */
    Shortening(int left, Function<int[], Optional<int[]>> history) {
        this.left = left;
        this.history = history;
    }

    int[] shortest(int[] found) {
        int[] best = found;
        int[] before;
        do {
            before = best;
            best = lowered(withoutPieces(best));
        } while (left > 0 && isSimpler(best, before));
        return best;
    }

    private int[] withoutPieces(int[] found) {
        int[] best = found;
        for (int piece = Math.max(1, best.length / 2); piece > 0; piece /= 2) {
            for (int at = best.length - piece; at >= 0; at -= piece) {
                best = better(without(best, at, piece), best);
                best = better(cleared(best, at, piece), best);
            }
        }
        return best;
    }

    private int[] lowered(int[] found) {
        int[] best = found;
        for (int at = 0; at < best.length; at++) {
            for (int low = 0; at < best.length && low < best[at]; low++) {
                best = better(with(best, at, low), best);
            }
        }
        return best;
    }

    private int[] better(int[] candidate, int[] best) {
        if (left <= 0 || !isSimpler(candidate, best)) {
            return best;
        }
        left--;
        return history.apply(candidate).filter(taken -> isSimpler(taken, best)).orElse(best);
    }

    private static boolean isSimpler(int[] one, int[] other) {
        return one.length < other.length || (one.length == other.length && Arrays.compare(one, other) < 0);
    }

    private static int[] without(int[] list, int at, int piece) {
        if (at + piece > list.length) {
            return list;
        }
        int[] shorter = Arrays.copyOf(list, list.length - piece);
        System.arraycopy(list, at + piece, shorter, at, list.length - at - piece);
        return shorter;
    }

    private static int[] cleared(int[] list, int at, int piece) {
        int[] cleared = list.clone();
        Arrays.fill(cleared, Math.min(at, list.length), Math.min(at + piece, list.length), 0);
        return cleared;
    }

    private static int[] with(int[] list, int at, int value) {
        int[] changed = list.clone();
        changed[at] = value;
        return changed;
    }
}
