package io.handover.system.permission;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Leaves steps out as long as the rest still goes wrong: large pieces at first, single steps in the end. */
final class Shortening {

    private final Predicate<List<Step>> goesWrong;
    private final long end;

    /** For so long at most. */
    Shortening(Duration patience, Predicate<List<Step>> goesWrong) {
        this.end = System.nanoTime() + patience.toNanos();
        this.goesWrong = goesWrong;
    }

    List<Step> shortest(List<Step> found) {
        List<Step> best = found;
        for (int piece = Math.max(1, best.size() / 2); piece > 0; piece /= 2) {
            for (int at = best.size() - piece; at >= 0; at -= piece) {
                best = better(without(best, at, piece), best);
            }
        }
        return best;
    }

    private List<Step> better(List<Step> candidate, List<Step> best) {
        boolean isShorter = candidate.size() < best.size() && System.nanoTime() < end;
        return isShorter && goesWrong.test(candidate) ? candidate : best;
    }

    private static List<Step> without(List<Step> steps, int at, int piece) {
        int from = Math.min(at, steps.size());
        int to = Math.min(at + piece, steps.size());
        return Stream.concat(steps.subList(0, from).stream(), steps.subList(to, steps.size()).stream())
                .toList();
    }
}
