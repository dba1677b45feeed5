package io.handover.provisioning.rotation;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

@ApplicationScoped
class RotationRepository {

    Uni<Void> persist(Rotation rotation) {
        return Panache.getSession().chain(session -> session.persist(rotation).call(session::flush));
    }

    Uni<Void> remove(Rotation rotation) {
        return Panache.getSession().chain(session -> session.remove(rotation));
    }

    Uni<Optional<Rotation>> find(UUID deliveryId) {
        return Panache.getSession()
                .chain(session -> session.find(Rotation.class, deliveryId))
                .map(Optional::ofNullable);
    }

    /** To end it: who else wants to waits until this transaction ends. */
    Uni<Optional<Rotation>> lock(UUID deliveryId) {
        return Panache.getSession()
                .chain(session -> session.find(Rotation.class, deliveryId, LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }
}
