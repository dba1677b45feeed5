package io.handover.chaos.check;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Whether everything that was begun has ended, and nothing is left over. */
final class Ends {

    private static final Set<String> ENDED = Set.of("shown", "delivered", "bounced", "failed", "expired");

    private final World world;

    Ends(World world) {
        this.world = world;
    }

    Stream<String> violations() {
        return Stream.of(servers(), twins(), deliveries(), leftovers()).flatMap(all -> all);
    }

    private Stream<String> servers() {
        return world.servers().stream()
                .filter(server -> !server.hasEnded())
                .map(server -> "server " + server.hostname() + " is still " + server.state());
    }

    /** What was asked for again after its answer was lost must not be there twice. */
    private Stream<String> twins() {
        Set<String> seen = new HashSet<>();
        return world.servers().stream()
                .map(ServerSeen::hostname)
                .filter(hostname -> !seen.add(hostname))
                .map(hostname -> "server " + hostname + " is there twice");
    }

    private Stream<String> deliveries() {
        return world.deliveries().stream()
                .filter(delivery -> !ENDED.contains(delivery.state()))
                .map(delivery -> "delivery " + delivery.id() + " is still " + delivery.state());
    }

    private Stream<String> leftovers() {
        return world.leftovers().entrySet().stream()
                .filter(left -> left.getValue() != 0)
                .map(left -> left.getKey() + ": " + left.getValue());
    }
}
