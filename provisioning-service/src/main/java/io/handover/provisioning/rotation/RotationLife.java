package io.handover.provisioning.rotation;

import io.handover.events.Topics;
import io.handover.kit.outbox.Outbox;
import io.handover.provisioning.delivery.PasswordDeliveries;
import io.handover.provisioning.server.Servers;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What becomes of rotations while nobody asks, and saying so. */
@ApplicationScoped
class RotationLife {

    private final RotationRepository rotations;
    private final PasswordDeliveries deliveries;
    private final Servers servers;
    private final Outbox outbox;

    RotationLife(RotationRepository rotations, PasswordDeliveries deliveries, Servers servers, Outbox outbox) {
        this.rotations = rotations;
        this.deliveries = deliveries;
        this.servers = servers;
        this.outbox = outbox;
    }

    /** A rotation as it stands; empty when it has ended. */
    @WithSession
    Uni<Optional<Standing>> standing(UUID deliveryId) {
        return rotations
                .find(deliveryId)
                .chain(found -> found.map(
                                rotation -> inVain(rotation).map(why -> Optional.of(new Standing(rotation, why))))
                        .orElse(Uni.createFrom().item(Optional.empty())));
    }

    /** Root logs in with it now: so it is said, and sent. */
    @WithTransaction
    Uni<Void> wasSet(UUID deliveryId) {
        return rotations
                .lock(deliveryId)
                .chain(found -> found.map(rotation -> outbox.record(Topics.PROVISIONING_CREDENTIAL, rotation.wasSet())
                                .chain(() -> rotations.remove(rotation)))
                        .orElse(Uni.createFrom().voidItem()));
    }

    /** It is not the server's, and is never sent. */
    @WithTransaction
    Uni<Void> wasNotSet(UUID deliveryId, String reason) {
        return rotations
                .lock(deliveryId)
                .chain(found -> found.map(rotation -> deliveries
                                .fail(deliveryId, reason)
                                .chain(() -> outbox.record(Topics.PROVISIONING_CREDENTIAL, rotation.wasNotSet(reason)))
                                .chain(() -> rotations.remove(rotation)))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Optional<String>> inVain(Rotation rotation) {
        return servers.isThere(rotation.serverId())
                .chain(there -> deliveries.isOver(rotation.id()).map(over -> Decision.inVain(there, over)));
    }

    /** A rotation, and why it is not worth an attempt any more, if so. */
    record Standing(Rotation rotation, Optional<String> inVain) {}
}
