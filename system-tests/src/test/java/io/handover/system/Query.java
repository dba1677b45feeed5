package io.handover.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a PromQL query asks for.
 *
 * @param series each metric, with the labels that its selector names
 * @param grouping labels that the query groups by
 */
record Query(List<Series> series, Set<String> grouping) {

    record Series(String metric, Set<String> labels) {}

    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\s*(\\()|\\s*\\{((?:[^}\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Set<String> WORDS = Set.of(
            "and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring", "group_left", "group_right");

    static Query parse(String promql) {
        Set<String> grouping = new HashSet<>();
        GROUPING.matcher(promql)
                .results()
                .flatMap(list -> Stream.of(list.group(1).split(",", -1)))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(grouping::add);
        String rest = RANGE.matcher(GROUPING.matcher(promql).replaceAll(" ")).replaceAll(" ");
        List<Series> series = new ArrayList<>();
        Matcher found = SELECTOR.matcher(rest);
        while (found.find()) {
            boolean isFunction = found.group(2) != null;
            if (!isFunction && !WORDS.contains(found.group(1)) && !isWithinANumber(rest, found.start())) {
                series.add(new Series(found.group(1), labelsIn(found.group(3) == null ? "" : found.group(3))));
            }
        }
        return new Query(series, grouping);
    }

    /** What of it no service exposes, for people to read; empty when all is there. */
    List<String> missingFrom(Metrics metrics) {
        List<String> missing = new ArrayList<>();
        for (Series asked : series) {
            Set<String> known = metrics.labels().get(asked.metric());
            if (known == null) {
                missing.add("no metric " + asked.metric());
                continue;
            }
            asked.labels().stream()
                    .filter(label -> !known.contains(label))
                    .forEach(label -> missing.add("no label " + label + " of " + asked.metric()));
            grouping.stream()
                    .filter(label -> !known.contains(label))
                    .forEach(label -> missing.add("no label " + label + " of " + asked.metric()));
        }
        return missing;
    }

    private static Set<String> labelsIn(String matchers) {
        Set<String> labels = new HashSet<>();
        MATCHER.matcher(matchers).results().map(label -> label.group(1)).forEach(labels::add);
        return labels;
    }

    /** The {@code e} of {@code 1e6}. */
    private static boolean isWithinANumber(String text, int at) {
        return at > 0 && Character.isDigit(text.charAt(at - 1));
    }
}
