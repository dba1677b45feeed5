package io.handover.notification.delivery;

import io.handover.kit.sql.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** The deliveries that a closed account leaves behind, and their records. */
@ApplicationScoped
public class LeftDeliveries {

    private final DeliveryRepository deliveries;
    private final DeliveryMoves moves;
    private final Clock clock;

    LeftDeliveries(DeliveryRepository deliveries, DeliveryMoves moves, Clock clock) {
        this.deliveries = deliveries;
        this.moves = moves;
        this.clock = clock;
    }

    /** Ends those that go on, which is told, and deletes the records of all; in the present transaction. */
    public Uni<Void> forget(UUID accountId) {
        return deliveries
                .lockLive(accountId)
                .chain(live -> Sql.each(
                        live, delivery -> moves.move(delivery, delivery.state().accountClosed(), clock.instant())))
                .chain(() -> deliveries.deleteOf(accountId));
    }
}
