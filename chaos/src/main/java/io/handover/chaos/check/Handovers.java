package io.handover.chaos.check;

import io.handover.chaos.history.Kind;
import io.handover.chaos.history.KnownPassword;
import io.handover.chaos.history.Operation;
import io.handover.chaos.history.Outcome;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether passwords reached their owners as their records say, once each, and whether the newest one works alone. */
final class Handovers {

    private final List<Operation> operations;
    private final World world;

    Handovers(List<Operation> operations, World world) {
        this.operations = operations;
        this.world = world;
    }

    Stream<String> violations() {
        return Stream.of(doubled(), unexplained(), uncounted(), wrongLogins()).flatMap(all -> all);
    }

    /** Messages that arrived although nobody could say so: each may have made its owner ask for another password. */
    long acknowledgementsLost() {
        return hostnames()
                .flatMap(hostname -> Stream.of("email", "sms")
                        .map(channel -> received(hostname, channel).size() - taken(hostname, channel)))
                .filter(more -> more > 0)
                .mapToLong(Long::longValue)
                .sum();
    }

    private Stream<String> doubled() {
        Set<String> seen = new HashSet<>();
        return world.passwords().stream()
                .filter(known -> !known.wasShown())
                .filter(known -> !seen.add(known.password()))
                .map(known -> "sent twice: " + known);
    }

    private Stream<String> unexplained() {
        return hostnames()
                .flatMap(hostname -> Stream.of("email", "sms").flatMap(channel -> {
                    long arrived = received(hostname, channel).size();
                    long taken = taken(hostname, channel);
                    long perhaps = of(hostname, channel)
                            .filter(DeliverySeen::mayHaveBeenSent)
                            .count();
                    return arrived < taken || arrived > taken + perhaps
                            ? Stream.of("of %s %d messages by %s arrived, where %d to %d must have"
                                    .formatted(hostname, arrived, channel, taken, taken + perhaps))
                            : Stream.empty();
                }));
    }

    /** One delivery for the server, and one for each other password that was asked for. */
    private Stream<String> uncounted() {
        return operations.stream()
                .filter(operation -> operation.kind() == Kind.DEPLOY && operation.is(Outcome.ACKNOWLEDGED))
                .map(operation -> operation.subject().name())
                .distinct()
                .flatMap(hostname -> {
                    long made = of(hostname).count();
                    long least = 1 + rotations(hostname, Outcome.ACKNOWLEDGED);
                    long most = least + rotations(hostname, Outcome.UNKNOWN);
                    return made < least || made > most
                            ? Stream.of("of %s there are %d deliveries, where %d to %d must be"
                                    .formatted(hostname, made, least, most))
                            : Stream.empty();
                });
    }

    private Stream<String> wrongLogins() {
        return world.logins().entrySet().stream().flatMap(tried -> {
            if (tried.getValue().size() > 1) {
                return Stream.of(tried.getValue().size() + " passwords let in to " + tried.getKey());
            }
            Set<String> delivered = newest(tried.getKey());
            return delivered.isEmpty() || tried.getValue().stream().anyMatch(delivered::contains)
                    ? Stream.empty()
                    : Stream.of("the password that was delivered last does not let in to " + tried.getKey());
        });
    }

    /**
     * The password of the newest delivery, if that reached its owner. Where older messages may have been sent by
     * whoever was thought dead, nobody can tell from the times of arrival which of them it was.
     */
    private Set<String> newest(String hostname) {
        return of(hostname)
                .reduce((older, newer) -> newer)
                .map(delivery -> delivery.wasShown()
                        ? shown(delivery)
                        : delivery.wasTaken() ? last(hostname, delivery.channel()) : Set.<String>of())
                .orElse(Set.of());
    }

    /** Empty when its answer was lost. */
    private Set<String> shown(DeliverySeen delivery) {
        boolean isFirst = of(delivery.hostname()).count() == 1;
        return world.passwords().stream()
                .filter(known -> known.wasShown() && known.hostname().equals(delivery.hostname()))
                .filter(known -> known.delivery().equals(delivery.id())
                        || (isFirst && known.delivery().isEmpty()))
                .map(KnownPassword::password)
                .collect(Collectors.toSet());
    }

    private Set<String> last(String hostname, String channel) {
        if (of(hostname, channel).anyMatch(DeliverySeen::mayHaveBeenSent)) {
            return received(hostname, channel);
        }
        return world.passwords().stream()
                .filter(known ->
                        known.hostname().equals(hostname) && known.channel().equals(channel))
                .max(Comparator.comparing(KnownPassword::at))
                .map(known -> Set.of(known.password()))
                .orElse(Set.of());
    }

    private Stream<String> hostnames() {
        return Stream.concat(
                        world.deliveries().stream().map(DeliverySeen::hostname),
                        world.passwords().stream().map(KnownPassword::hostname))
                .distinct();
    }

    private Set<String> received(String hostname, String channel) {
        return world.passwords().stream()
                .filter(known ->
                        known.hostname().equals(hostname) && known.channel().equals(channel))
                .map(KnownPassword::password)
                .collect(Collectors.toSet());
    }

    private long taken(String hostname, String channel) {
        return of(hostname, channel).filter(DeliverySeen::wasTaken).count();
    }

    private long rotations(String hostname, Outcome outcome) {
        return operations.stream()
                .filter(operation -> operation.kind() == Kind.ROTATE && operation.is(outcome))
                .filter(operation -> operation.subject().name().equals(hostname))
                .count();
    }

    private Stream<DeliverySeen> of(String hostname) {
        return world.deliveries().stream()
                .filter(delivery -> delivery.hostname().equals(hostname));
    }

    private Stream<DeliverySeen> of(String hostname, String channel) {
        return of(hostname).filter(delivery -> delivery.channel().equals(channel));
    }
}
