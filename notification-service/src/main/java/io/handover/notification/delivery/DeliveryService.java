package io.handover.notification.delivery;

import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.kit.caller.Caller;
import io.handover.notification.deliverykey.DeliveryKeys;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class DeliveryService {

    private final DeliveryRepository deliveries;
    private final DeliveryKeys keys;
    private final Clock clock;

    DeliveryService(DeliveryRepository deliveries, DeliveryKeys keys, Clock clock) {
        this.deliveries = deliveries;
        this.keys = keys;
        this.clock = clock;
    }

    @WithSession
    Uni<DeliveryView.All> list(Caller caller, Optional<UUID> serverId) {
        return deliveries.listVisible(caller, serverId).chain(this::views).map(DeliveryView.All::new);
    }

    @WithSession
    Uni<DeliveryView> show(Caller caller, UUID deliveryId) {
        return deliveries
                .findVisible(caller, deliveryId)
                .onItem()
                .ifNull()
                .failWith(DeliveryRefusals::unknownDelivery)
                .chain(found -> views(List.of(found)))
                .map(List::getFirst);
    }

    /** Keeps the box until the server runs; inside the transaction of the event. */
    Uni<Void> expect(PasswordGenerated event) {
        return begin(new Delivery(event, clock.instant())).chain(() -> keys.hold(event.keyId(), event.deliveryId()));
    }

    /** Keeps a record of what somebody else did; inside the transaction of the event. */
    Uni<Void> note(PasswordShown event) {
        return begin(new Delivery(event, clock.instant()));
    }

    private Uni<Void> begin(Delivery delivery) {
        Instant now = clock.instant();
        return deliveries
                .persistAndFlush(delivery)
                .chain(() -> deliveries.persistStep(new DeliveryStep(delivery.id(), delivery.state(), now)));
    }

    private Uni<List<DeliveryView>> views(List<Delivery> found) {
        return deliveries.stepsOf(found.stream().map(Delivery::id).toList()).map(steps -> {
            Map<UUID, List<DeliveryStep>> stepsOf =
                    steps.stream().collect(Collectors.groupingBy(DeliveryStep::deliveryId));
            return found.stream()
                    .map(delivery -> delivery.view(stepsOf.getOrDefault(delivery.id(), List.of())))
                    .toList();
        });
    }
}
