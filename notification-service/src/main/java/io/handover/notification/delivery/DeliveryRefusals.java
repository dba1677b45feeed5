package io.handover.notification.delivery;

import io.handover.kit.refusal.Refusal;

/** Why the business of deliveries is refused. */
final class DeliveryRefusals {

    private DeliveryRefusals() {}

    static Refusal invalidServer() {
        return Refusal.invalidField("SERVER_INVALID", "server", "must be the UUID of a server.");
    }

    /** Absent, or not for the caller to know of. */
    static Refusal unknownDelivery() {
        return Refusal.notFound("DELIVERY_NOT_FOUND", "There is no such delivery.");
    }
}
