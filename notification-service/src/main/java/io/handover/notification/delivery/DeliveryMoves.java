package io.handover.notification.delivery;

import io.handover.events.Topics;
import io.handover.kit.outbox.Outbox;
import io.handover.notification.delivery.DeliveryState.Ended;
import io.handover.notification.deliverykey.DeliveryKeys;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes down what becomes of a delivery, whoever decided it. An end takes the key along and is told to others. */
@ApplicationScoped
class DeliveryMoves {

    private final DeliveryRepository deliveries;
    private final DeliveryKeys keys;
    private final Outbox outbox;
    private final DeliveryCounts counts;

    DeliveryMoves(DeliveryRepository deliveries, DeliveryKeys keys, Outbox outbox, DeliveryCounts counts) {
        this.deliveries = deliveries;
        this.keys = keys;
        this.outbox = outbox;
        this.counts = counts;
    }

    /** In the present transaction, which has locked it. */
    Uni<Void> move(Delivery delivery, DeliveryState next, Instant now) {
        return step(delivery, next, now)
                .chain(() ->
                        next instanceof Ended ? end(delivery) : Uni.createFrom().voidItem());
    }

    /**
     * The same of one that has ended before: there is no key any more, and who moves it says what others need to know.
     */
    Uni<Void> step(Delivery delivery, DeliveryState next, Instant now) {
        delivery.become(next, now);
        counts.moved(delivery.method(), next);
        Log.infof("delivery is %s deliveryId=%s serverId=%s", next.name(), delivery.id(), delivery.serverId());
        return deliveries.persistStep(new DeliveryStep(delivery.id(), next, now));
    }

    private Uni<Void> end(Delivery delivery) {
        return keys.destroy(delivery.id())
                .chain(() -> delivery.announcement()
                        .map(event -> outbox.record(Topics.NOTIFICATION_DELIVERY, event))
                        .orElse(Uni.createFrom().voidItem()));
    }
}
