package io.handover.chaos.check;

import io.handover.chaos.history.Disruption;
import io.handover.chaos.history.Operation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a history and what is left of it come to. Pure.
 *
 * @param violations in words; none if it held
 * @param tried how many requests came in after a door was closed
 * @param acknowledgementsLost messages that arrived although their records can't say so
 */
public record Verdict(List<String> violations, int tried, long acknowledgementsLost) {

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
                        handovers.violations(),
                        new Ends(world).violations(),
                        world.comparisons().stream().flatMap(Comparison::violations))
                .flatMap(all -> all)
                .toList();
        return new Verdict(violations, doors.tried(), handovers.acknowledgementsLost());
    }
}
