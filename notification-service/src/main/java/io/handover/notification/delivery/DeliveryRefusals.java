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

    static Refusal beingSent() {
        return Refusal.conflict(
                "DELIVERY_STATE_ILLEGAL",
                "The message is being sent and can't be called back. Wait until it has ended.");
    }

    static Refusal over(String state) {
        return Refusal.conflict("DELIVERY_STATE_ILLEGAL", "The delivery has ended: it is " + state + ".");
    }
}
