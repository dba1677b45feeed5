package io.handover.quickstart.search;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What a search found.
 *
 * @param files how many were read
 * @param bytes how long they were together
 * @param places how often a text was found in which file, by the text's name
 */
public record Findings(int files, long bytes, Map<String, Map<Path, Integer>> places) {

    /** How often the text of this name was found. */
    public int count(String name) {
        return places.getOrDefault(name, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The files that hold the text of this name. */
    public Set<Path> filesWith(String name) {
        return places.getOrDefault(name, Map.of()).keySet();
    }
}
