package io.handover.chaos.check;

import io.handover.chaos.history.Disruption;
import io.handover.chaos.history.Operation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a history and what is left of it come to. Pure.
 *
 * @param violations in words; none if it held
 * @param tried how many requests came in after a door was closed
 * @param lateElsewhere how many of them got in through a gateway that had not heard of that yet
 * @param longest how long after that was, at most
 * @param acknowledgementsLost messages that arrived although their records can't say so
 */
public record Verdict(
        List<String> violations, int tried, int lateElsewhere, Duration longest, long acknowledgementsLost) {

    /**
     * How many requests may get in through another gateway than the one that took the change, before that has heard of
     * it (ADR 4). Zero as soon as gateways wait for each other.
     */
    static final int LATE_ELSEWHERE_MAX = 1_000_000;

    /** Judges. */
    public static Verdict on(List<Operation> operations, List<Disruption> disruptions, World world) {
        var doors = new Doors(
                operations,
                disruptions,
                world.servers().stream()
                        .filter(ServerSeen::isBroken)
                        .map(ServerSeen::hostname)
                        .collect(Collectors.toSet()));
        var handovers = new Handovers(operations, world);
        List<String> violations = Stream.of(
                        new Effects(operations, world).violations(),
                        doors.violations().stream(),
                        tooLate(doors),
                        handovers.violations(),
                        new Ends(world).violations(),
                        world.comparisons().stream().flatMap(Comparison::violations))
                .flatMap(all -> all)
                .toList();
        return new Verdict(
                violations, doors.tried(), doors.lateElsewhere(), doors.longest(), handovers.acknowledgementsLost());
    }

    private static Stream<String> tooLate(Doors doors) {
        return doors.lateElsewhere() > LATE_ELSEWHERE_MAX
                ? Stream.of("got in through another gateway: " + doors.lateElsewhere())
                : Stream.empty();
    }
}
