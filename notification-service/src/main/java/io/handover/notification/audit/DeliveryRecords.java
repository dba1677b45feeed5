package io.handover.notification.audit;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** What the trail asks of the deliveries. */
public interface DeliveryRecords {

    /**
     * The digest of a delivery's record as {@code GET /v1/deliveries/{id}} shows it now, without {@code advice} and
     * {@code arrived_at}: SHA-256 of its RFC 8785 form, in hexadecimal digits. Reads in the present session.
     *
     * @return empty if there is no such delivery
     */
    Uni<Optional<String>> digest(UUID deliveryId);
}
