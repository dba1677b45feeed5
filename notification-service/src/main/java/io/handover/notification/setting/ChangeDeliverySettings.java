package io.handover.notification.setting;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.kit.refusal.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All settings anew. A number or a text is no boolean, so the value is taken as it is written. */
record ChangeDeliverySettings(
        @Schema(implementation = Boolean.class, required = true) @Nullable
        JsonNode rotateOnBounce) {

    /** 400 unless it is true or false. */
    boolean rotates() {
        if (rotateOnBounce == null || !rotateOnBounce.isBoolean()) {
            throw Refusal.invalidField("ROTATE_ON_BOUNCE_INVALID", "rotate_on_bounce", "must be true or false.");
        }
        return rotateOnBounce.booleanValue();
    }
}
