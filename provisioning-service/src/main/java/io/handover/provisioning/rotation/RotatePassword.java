package io.handover.provisioning.rotation;

import io.handover.events.DeliveryMethod;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for another password.
 *
 * @param method how it reaches its owner: none, email or sms
 */
record RotatePassword(@Nullable String method) {

    DeliveryMethod delivery() {
        return switch (method) {
            case null -> throw RotationRefusals.noMethod();
            case "none" -> DeliveryMethod.NONE;
            case "email" -> DeliveryMethod.EMAIL;
            case "sms" -> DeliveryMethod.SMS;
            default -> throw RotationRefusals.unknownMethod();
        };
    }
}
