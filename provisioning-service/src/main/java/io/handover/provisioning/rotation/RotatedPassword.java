package io.handover.provisioning.rotation;

import io.handover.events.DeliveryMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server is getting another password.
 *
 * @param delivery where to follow it: {@code /v1/deliveries/ID}
 * @param password only with the method {@code none}, and only here
 */
public record RotatedPassword(
        UUID server,
        UUID delivery,
        DeliveryMethod method,
        @Nullable String password) {

    /** Without the password: that is for the answer only. */
    @Override
    public String toString() {
        return "RotatedPassword[" + delivery + "]";
    }
}
