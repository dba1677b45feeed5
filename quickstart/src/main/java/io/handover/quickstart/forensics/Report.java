package io.handover.quickstart.forensics;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the search came to. Pure.
 *
 * @param secrets the names of the texts that must be found nowhere
 * @param attack what an attacker with all copies came to
 */
record Report(List<Place> places, Set<String> secrets, Attack attack) {

    private static final String LINE = "%-34s %15s %8s %6s %10s";

    /** A table with a line for each place. */
    List<String> table() {
        Stream<String> heading = Stream.of(LINE.formatted("place", "bytes searched", "planted", "found", "passwords"));
        Stream<String> end = Stream.of("traces: none, their export is off", attack.toString());
        return Stream.of(heading, places.stream().map(this::line), end)
                .flatMap(lines -> lines)
                .toList();
    }

    /** What must not be; empty when all is well. */
    List<String> failures() {
        Stream<String> places = this.places.stream().flatMap(place -> Stream.concat(missing(place), leaked(place)));
        return Stream.concat(places, attack.failures()).toList();
    }

    private String line(Place place) {
        return LINE.formatted(
                place.name(),
                String.format(Locale.ROOT, "%,d", place.findings().bytes()),
                place.planted().size(),
                place.found().size(),
                place.found(secrets).size());
    }

    /** A search that does not find what is there says nothing about what is not. */
    private static Stream<String> missing(Place place) {
        return place.planted().stream()
                .filter(canary -> !place.found().contains(canary))
                .sorted()
                .map(canary -> "%s: %s was not found".formatted(place.name(), canary));
    }

    private Stream<String> leaked(Place place) {
        return place.findings().hits().stream()
                .filter(hit -> secrets.contains(hit.text()))
                .map(hit -> "%s: %s".formatted(place.name(), hit));
    }
}
