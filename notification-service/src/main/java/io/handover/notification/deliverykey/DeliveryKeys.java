package io.handover.notification.deliverykey;

import io.handover.events.provisioning.SealingContext;
import io.handover.kit.secret.Secret;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What deliveries may do with keys. */
@ApplicationScoped
public class DeliveryKeys {

    private final DeliveryKeyRepository keys;

    DeliveryKeys(DeliveryKeyRepository keys) {
        this.keys = keys;
    }

    /** Keeps a key for a delivery, in the present transaction. */
    public Uni<Void> hold(UUID keyId, UUID deliveryId) {
        return keys.use(keyId, deliveryId);
    }

    /** A delivery ended, in the present transaction: its key may go, for all it cares. */
    public Uni<Void> release(UUID deliveryId) {
        return keys.unuse(deliveryId);
    }

    /** The password in a box, for the caller to wipe; empty when it does not open in this context. */
    public Uni<Optional<Secret>> open(String box, SealingContext context) {
        return Panache.withSession(() -> keys.findById(context.keyId()))
                .map(key -> Optional.ofNullable(key).flatMap(found -> found.open(box, context)));
    }
}
