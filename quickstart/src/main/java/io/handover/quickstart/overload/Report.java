package io.handover.quickstart.overload;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How all storms were weathered. Pure.
 *
 * @param before KiB of live objects by process, before the first storm
 * @param after the same after the last
 */
record Report(List<Weather> weathers, Map<String, Long> before, Map<String, Long> after) {

    /** What is kept of those who came, up to named limits, such as user names and networks. */
    private static final long KEPT_KIB_MAX = 32 * 1024;

    /**
     * One of them.
     *
     * @param work what people got who only did their work
     * @param blows what the storm got
     */
    record Weather(Storm storm, Tally work, Tally blows) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-52s %6d %7d %6d %6d %6d   %s",
                    storm,
                    work.asked(),
                    work.putOff(),
                    work.percentile(0.5),
                    work.percentile(0.99),
                    work.percentile(1),
                    blows);
        }

        Stream<String> complaints() {
            return Stream.of(
                            complaint(work.failed(), "requests of people at work failed: " + work),
                            complaint(storm.isFair() ? 0 : work.putOff(), "requests of people at work were put off"),
                            complaint(
                                    work.withoutAdvice() + blows.withoutAdvice(),
                                    "were told to come again without Retry-After"),
                            complaint(blows.faults(), "answers were our fault: " + blows))
                    .filter(complaint -> !complaint.isEmpty())
                    .map(complaint -> storm + ": " + complaint);
        }

        private static String complaint(int count, String what) {
            return count == 0 ? "" : count + " " + what;
        }
    }

    List<String> complaints() {
        return Stream.concat(
                        weathers.stream().flatMap(Weather::complaints),
                        after.entrySet().stream()
                                .filter(part -> part.getValue() - before.getOrDefault(part.getKey(), 0L) > KEPT_KIB_MAX)
                                .map(part -> part.getKey() + " keeps " + part.getValue() + " KiB, and before "
                                        + before.get(part.getKey())))
                .toList();
    }

    /** A table, and what is wrong. */
    List<String> lines() {
        return Stream.of(
                        Stream.of(String.format(
                                Locale.ROOT,
                                "%-52s %6s %7s %6s %6s %6s   %s",
                                "what else happened (ms)",
                                "asked",
                                "put off",
                                "p50",
                                "p99",
                                "max",
                                "the storm's answers by status, 0 for none")),
                        weathers.stream().map(Weather::line),
                        Stream.of("live objects, KiB, before and after"),
                        after.entrySet().stream()
                                .map(part -> String.format(
                                        Locale.ROOT,
                                        "  %-20s %,10d %,10d",
                                        part.getKey(),
                                        before.getOrDefault(part.getKey(), 0L),
                                        part.getValue())),
                        complaints().stream(),
                        Stream.of("complaints: " + complaints().size()))
                .flatMap(lines -> lines)
                .toList();
    }
}
