package io.handover.notification.delivery;

import io.handover.events.DeliveryMethod;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/**
 * Counts what becomes of deliveries: {@code handover_delivery_moves_total}. A transaction that is repeated counts
 * again; rates are none the worse.
 */
@Singleton
class DeliveryCounts {

    private static final List<String> STATES =
            List.of("sending", "awaiting", "delivered", "failed", "expired", "bounced");

    private final MeterRegistry meters;

    /** All begin with zero: a rate can't be told of what is not there before. */
    DeliveryCounts(MeterRegistry meters) {
        this.meters = meters;
        for (DeliveryMethod method : DeliveryMethod.values()) {
            STATES.forEach(state -> counter(method, state));
        }
    }

    void moved(DeliveryMethod method, DeliveryState state) {
        counter(method, state.name()).increment();
    }

    private Counter counter(DeliveryMethod method, String state) {
        return meters.counter(
                "handover.delivery.moves", "method", method.name().toLowerCase(Locale.ROOT), "state", state);
    }
}
