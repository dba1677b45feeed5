package io.handover.notification.delivery;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a delivery. Nothing in it helps to find or to check the password.
 *
 * @param occasion why the password was made
 * @param requestedBy the name of whoever asked for the server or for another password
 * @param recipient masked
 * @param reason why it is not delivered, or not yet
 * @param arrivedAt when the provider said that the message had reached its recipient, if it said so
 * @param advice what to do about it, for people
 * @param states each with its time, in their order
 */
record DeliveryView(
        UUID id,
        UUID server,
        String hostname,
        DeliveryMethod method,
        PasswordOccasion occasion,
        String state,
        @Nullable String reason,
        String requestedBy,
        UUID requestedById,
        @Nullable String recipient,
        @Nullable String providerMessageId,
        @Nullable Instant expiresAt,
        @Nullable Instant arrivedAt,
        @Nullable String advice,
        List<State> states) {

    record State(String state, Instant at, @Nullable String reason) {}

    record All(List<DeliveryView> deliveries) {}
}
