package io.handover.provisioning.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.delivery.PasswordDeliveries;
import io.handover.provisioning.idempotency.IdempotentRequest;
import io.handover.provisioning.idempotency.IdempotentRequests;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes an order that may be sent again: the second time, it tells of the server that the first time made. */
@ApplicationScoped
class CreateOnce {

    private final NewServers newServers;
    private final Servers servers;
    private final IdempotentRequests requests;
    private final PasswordDeliveries deliveries;
    private final ObjectMapper json;

    CreateOnce(
            NewServers newServers,
            Servers servers,
            IdempotentRequests requests,
            PasswordDeliveries deliveries,
            ObjectMapper json) {
        this.newServers = newServers;
        this.servers = servers;
        this.requests = requests;
        this.deliveries = deliveries;
        this.json = json;
    }

    /** Without a key, every order makes a server. */
    Uni<ServerView> create(Caller caller, CreateServer.Fields wish, @Nullable String key) {
        return IdempotentRequest.of(caller.userId(), key, () -> bytes(wish))
                .map(request -> once(caller, wish, request))
                .orElseGet(() -> newServers.create(caller, wish, Optional.empty()));
    }

    private Uni<ServerView> once(Caller caller, CreateServer.Fields wish, IdempotentRequest request) {
        return made(request)
                .chain(made -> made.map(server -> tell(caller, server))
                        .orElseGet(() -> newServers
                                .create(caller, wish, Optional.of(request))
                                .onFailure(NewServers.Overtaken.class)
                                .recoverWithUni(
                                        () -> made(request).chain(server -> tell(caller, server.orElseThrow())))));
    }

    private Uni<Optional<UUID>> made(IdempotentRequest request) {
        return Panache.withSession(() -> requests.made(request));
    }

    /** With what has become of the password instead of the password. */
    private Uni<ServerView> tell(Caller caller, UUID serverId) {
        return Panache.withSession(() -> servers.details(caller, serverId)
                .chain(server -> deliveries
                        .newest(serverId)
                        .map(found -> found.map(server::telling).orElse(server))));
    }

    private byte[] bytes(CreateServer.Fields wish) {
        try {
            return json.writeValueAsBytes(wish);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
