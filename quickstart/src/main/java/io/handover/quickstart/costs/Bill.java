package io.handover.quickstart.costs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A reading, divided by what was done meanwhile. Pure.
 *
 * @param deployments how many servers were deployed, and their passwords delivered
 * @param took how long that took in all
 * @param used what it took
 */
record Bill(int deployments, Duration took, Reading used) {

    private static final double MILLIS = 1000.0;

    /** A line for each sum and its parts; what is below a hundredth is left out. */
    List<String> lines() {
        return Stream.of(
                        Stream.of(String.format(
                                Locale.ROOT,
                                "%d deployments in %.1f s, %.1f a second. For each of them:",
                                deployments,
                                took.toMillis() / MILLIS,
                                deployments * MILLIS / Math.max(1, took.toMillis()))),
                        group("processor time, ms", used.processor()),
                        group("rows that stay", used.rows()),
                        group("bytes in PostgreSQL that stay", used.databaseBytes()),
                        Stream.of(line("bytes of write-ahead log", used.walBytes())),
                        group("events", used.events()),
                        group("bytes in Kafka, one replica", used.topicBytes()))
                .flatMap(lines -> lines)
                .toList();
    }

    private Stream<String> group(String what, Map<String, Long> parts) {
        long sum = parts.values().stream().mapToLong(Long::longValue).sum();
        return Stream.concat(
                Stream.of(line(what, sum)),
                parts.entrySet().stream()
                        .filter(part -> Math.abs(share(part.getValue())) >= 0.01)
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(part -> line("  " + part.getKey(), part.getValue())));
    }

    private String line(String what, long amount) {
        return String.format(Locale.ROOT, "%-52s %,12.2f", what, share(amount));
    }

    private double share(long amount) {
        return amount / (double) deployments;
    }
}
