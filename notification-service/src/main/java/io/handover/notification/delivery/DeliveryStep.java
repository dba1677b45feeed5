package io.handover.notification.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A state that a delivery has been in. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class DeliveryStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @SuppressWarnings("UnusedVariable") // Steps are ordered by it.
    private Long stepId;

    private UUID deliveryId;
    private String state;
    private @Nullable String reason;
    private Instant reachedAt;

    DeliveryStep() {}

    DeliveryStep(UUID deliveryId, DeliveryState state, Instant reachedAt) {
        this.deliveryId = deliveryId;
        this.state = state.name();
        this.reason = state.why();
        this.reachedAt = reachedAt.truncatedTo(ChronoUnit.MICROS); // As PostgreSQL keeps it.
    }

    UUID deliveryId() {
        return deliveryId;
    }

    DeliveryView.State view() {
        return new DeliveryView.State(state, reachedAt, reason);
    }
}
