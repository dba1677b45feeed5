package io.handover.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics that services expose, in Prometheus' text format.
 *
 * @param labels of each metric, by its name
 */
record Metrics(Map<String, Set<String>> labels) {

    private static final Pattern SAMPLE =
            Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)\\})? .*$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** What Prometheus adds to all: where it was scraped. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    /** Of several services as one. */
    static Metrics read(List<String> expositions) {
        Map<String, Set<String>> labels = new HashMap<>(Map.of("up", new HashSet<>(OF_PROMETHEUS)));
        expositions.stream()
                .flatMap(String::lines)
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .forEach(sample -> labels.computeIfAbsent(sample.group(1), name -> new HashSet<>(OF_PROMETHEUS))
                        .addAll(labelsIn(sample.group(2) == null ? "" : sample.group(2))));
        return new Metrics(labels);
    }

    private static List<String> labelsIn(String text) {
        return LABEL.matcher(text).results().map(label -> label.group(1)).toList();
    }
}
