package io.handover.provisioning.credential;

import io.handover.events.notification.DeliveryKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The public keys that notification-service has offered. */
@ApplicationScoped
class OfferedKeys {

    Uni<Void> keep(List<DeliveryKey> keys, Instant offeredAt) {
        Object[] offered = keys.stream()
                .map(key -> new OfferedKey(key.keyId(), key.publicKey(), offeredAt))
                .toArray();
        return Panache.getSession().chain(session -> session.mergeAll(offered)).replaceWithVoid();
    }

    Uni<Optional<OfferedKey>> newest() {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from OfferedKey order by offeredAt desc, keyId desc", OfferedKey.class)
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }
}
