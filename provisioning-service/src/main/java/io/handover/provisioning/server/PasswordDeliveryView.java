package io.handover.provisioning.server;

import io.handover.events.DeliveryMethod;
import io.handover.provisioning.delivery.PasswordDelivery;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a server's password.
 *
 * @param uuid of the delivery, as {@code /v1/deliveries} knows it
 * @param state {@code pending}, {@code shown}, {@code delivered} or how it failed
 * @param since when it came to that: when it was shown, or sent
 * @param reason why it failed
 */
record PasswordDeliveryView(
        UUID uuid,
        DeliveryMethod method,
        String state,
        Instant since,
        @Nullable String reason) {

    static PasswordDeliveryView of(PasswordDelivery delivery) {
        return new PasswordDeliveryView(
                delivery.id(),
                delivery.method(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.since(),
                delivery.reason().orElse(null));
    }
}
