package io.handover.quickstart.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a search found.
 *
 * @param sources how many files and streams were read
 * @param bytes how long they were together
 * @param hits one for each text, encoding and source
 */
public record Findings(int sources, long bytes, List<Hit> hits) {

    /** Nothing searched, nothing found. */
    public static final Findings NOTHING = new Findings(0, 0, List.of());

    /** Both together. */
    public Findings and(Findings more) {
        return new Findings(
                sources + more.sources,
                bytes + more.bytes,
                Stream.concat(hits.stream(), more.hits.stream()).toList());
    }

    /** How often the text of this name was found. */
    public int count(String text) {
        return of(text).mapToInt(Hit::count).sum();
    }

    /** Where the text of this name was found. */
    public Set<String> sourcesWith(String text) {
        return of(text).map(Hit::source).collect(Collectors.toUnmodifiableSet());
    }

    /** The hits of the text of this name. */
    public Stream<Hit> of(String text) {
        return hits.stream().filter(hit -> hit.text().equals(text));
    }
}
