package io.handover.provisioning.firewall;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class FirewallRepository {

    Uni<Optional<Firewall>> find(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.find(Firewall.class, serverId))
                .map(Optional::ofNullable);
    }

    /** The server's, or a new one. */
    Uni<Firewall> obtain(UUID serverId) {
        return find(serverId)
                .chain(found -> found.map(there -> Uni.createFrom().item(there))
                        .orElseGet(() -> persist(new Firewall(serverId))));
    }

    private static Uni<Firewall> persist(Firewall firewall) {
        return Panache.getSession().chain(session -> session.persist(firewall)).replaceWith(firewall);
    }
}
