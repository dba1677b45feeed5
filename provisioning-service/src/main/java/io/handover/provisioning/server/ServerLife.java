package io.handover.provisioning.server;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.kit.outbox.Outbox;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.deployment.Outcome;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What becomes of servers while nobody asks: how their machines did, and saying so. */
@ApplicationScoped
class ServerLife implements Outcome {

    private final ServerRepository servers;
    private final Outbox outbox;

    ServerLife(ServerRepository servers, Outbox outbox) {
        this.servers = servers;
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> deployed(UUID serverId, Machine machine) {
        return then(serverId, server -> Optional.of(server.deployed(machine, Login.USER)));
    }

    @Override
    public Uni<Void> failed(UUID serverId, String reason) {
        return then(serverId, server -> Optional.of(server.deploymentFailed(reason)));
    }

    /** What a server's machine is to be told; empty when nothing, or when there is no such server any more. */
    @WithSession
    Uni<Optional<PowerTask>> told(UUID serverId) {
        return servers.find(serverId).map(found -> found.flatMap(Server::task));
    }

    /** What a machine did about an order. */
    @WithTransaction
    Uni<Void> did(UUID serverId, PowerOrder order, PowerDecision decision, Machine machine) {
        return then(serverId, server -> {
            server.moved(machine);
            return server.after(order, decision);
        });
    }

    /** The back end will not carry out an order. */
    @WithTransaction
    Uni<Void> refused(UUID serverId, PowerOrder order) {
        return then(serverId, server -> server.after(order, new PowerDecision.Refused()));
    }

    /** Where a server stands; empty when there is none. */
    @WithSession
    Uni<Optional<Life>> standing(UUID serverId) {
        return servers.find(serverId).map(found -> found.map(Server::life));
    }

    /** The servers that are not as their machines were found to be. */
    @WithSession
    Uni<List<UUID>> otherThan(Map<UUID, Machine> machines) {
        return servers.standing()
                .map(all -> all.entrySet().stream()
                        .filter(server -> !server.getValue()
                                .equals(server.getValue()
                                        .found(Optional.ofNullable(machines.get(server.getKey()))
                                                .map(Machine::running))))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** The tags of all servers that have some. */
    @WithSession
    Uni<Map<UUID, List<String>>> tags() {
        return servers.tags();
    }

    /** What a server's machine does by itself, as far as nothing else became of the server meanwhile. */
    @WithTransaction
    Uni<Void> found(UUID serverId, Life known, Optional<Machine> machine) {
        return then(serverId, server -> server.found(known, machine));
    }

    private Uni<Void> then(UUID serverId, Function<Server, Optional<? extends ServerEvent>> change) {
        return servers.lock(serverId)
                .map(found -> found.<ServerEvent>flatMap(change))
                .chain(event -> event.map(this::say).orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> say(ServerEvent event) {
        return outbox.record(Topics.PROVISIONING_SERVER, event);
    }
}
