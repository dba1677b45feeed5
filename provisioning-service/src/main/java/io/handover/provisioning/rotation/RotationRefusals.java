package io.handover.provisioning.rotation;

import io.handover.kit.refusal.Refusal;
import java.util.Locale;
import java.util.UUID;

final class RotationRefusals {

    private static final String METHODS = "none, email or sms.";

    private RotationRefusals() {}

    static Refusal noMethod() {
        return Refusal.invalidField("METHOD_MISSING", "method", "is required: " + METHODS);
    }

    static Refusal unknownMethod() {
        return Refusal.invalidField("METHOD_INVALID", "method", "must be " + METHODS);
    }

    /** Of two passwords that are on their way, nobody could tell which one works. */
    static Refusal onItsWay(UUID delivery, Enum<?> method) {
        return Refusal.conflict(
                "PASSWORD_ON_ITS_WAY",
                "A password of this server is on its way by " + method.name().toLowerCase(Locale.ROOT)
                        + ". Wait until its delivery has ended, or cancel it: DELETE /v1/deliveries/" + delivery + ".");
    }

    static Refusal beingSet(UUID delivery) {
        return Refusal.conflict(
                "PASSWORD_BEING_SET",
                "The server is being told of the last password, by delivery " + delivery + ". Try again in a moment.");
    }
}
