package io.handover.chaos.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two things that must be the same.
 *
 * @param what in words
 * @param expected what the one that decides has
 * @param found what the other one has
 */
public record Comparison(String what, Set<String> expected, Set<String> found) {

    private static final int SHOWN_MAX = 3;

    Stream<String> violations() {
        return Stream.concat(
                difference("misses", expected, found).stream(), difference("has too much:", found, expected).stream());
    }

    private Set<String> difference(String verb, Set<String> one, Set<String> other) {
        Set<String> difference = new TreeSet<>(one);
        difference.removeAll(other);
        return difference.isEmpty()
                ? Set.of()
                : Set.of("%s %s %d: %s"
                        .formatted(
                                what,
                                verb,
                                difference.size(),
                                difference.stream().limit(SHOWN_MAX).collect(Collectors.joining("; "))));
    }
}
