package io.handover.chaos;

import io.handover.chaos.check.Verdict;
import io.handover.chaos.history.History;
import io.handover.chaos.history.Kind;
import io.handover.chaos.history.Operation;
import io.handover.chaos.history.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run came to, for people. */
record Report(History history, Verdict verdict) {

    private static final int SHOWN_MAX = 50;

    Stream<String> lines() {
        return Stream.of(operations(), faults(), others(), violations()).flatMap(part -> part);
    }

    private Stream<String> operations() {
        List<Operation> operations = history.operations();
        return Stream.concat(
                Stream.of("%-16s%14s%10s%10s".formatted("operations", "acknowledged", "refused", "unknown")),
                Arrays.stream(Kind.values())
                        .map(kind -> "  %-14s%14d%10d%10d"
                                .formatted(
                                        kind.name().toLowerCase(Locale.ROOT),
                                        count(operations, kind, Outcome.ACKNOWLEDGED),
                                        count(operations, kind, Outcome.REFUSED),
                                        count(operations, kind, Outcome.UNKNOWN))));
    }

    private Stream<String> faults() {
        Map<String, Long> faults = history.disruptions().stream()
                .collect(Collectors.groupingBy(
                        fault -> (fault.kind() + " " + fault.part()).strip(), TreeMap::new, Collectors.counting()));
        return Stream.concat(
                Stream.of("faults"),
                faults.entrySet().stream().map(fault -> "  %-38s%12d".formatted(fault.getKey(), fault.getValue())));
    }

    private Stream<String> others() {
        return Stream.of(
                "answers by status, 0 for none: " + statuses(),
                "requests after a door was closed: " + verdict.tried(),
                "messages that arrived although their acknowledgement was lost: " + verdict.acknowledgementsLost());
    }

    private Stream<String> violations() {
        return Stream.concat(
                Stream.of("violations: " + verdict.violations().size()),
                verdict.violations().stream().limit(SHOWN_MAX).map(violation -> "  " + violation));
    }

    private Map<Integer, Long> statuses() {
        return history.operations().stream()
                .collect(Collectors.groupingBy(Operation::status, TreeMap::new, Collectors.counting()));
    }

    private static long count(List<Operation> operations, Kind kind, Outcome outcome) {
        return operations.stream()
                .filter(operation -> operation.kind() == kind && operation.is(outcome))
                .count();
    }
}
