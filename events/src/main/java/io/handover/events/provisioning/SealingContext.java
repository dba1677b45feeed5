package io.handover.events.provisioning;

import io.handover.events.DeliveryMethod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What a sealed password is bound to: HPKE's {@code info} (RFC 9180, section 5.1). A box whose delivery, server,
 * account, method, key or expiry is not the one it was sealed for does not open.
 */
public record SealingContext(
        UUID accountId, UUID deliveryId, UUID serverId, DeliveryMethod method, UUID keyId, Instant expiresAt) {

    /** One line of text in UTF-8, the same on both sides. */
    public byte[] bytes() {
        return String.join(
                        "|",
                        "handover.password.v1",
                        accountId.toString(),
                        deliveryId.toString(),
                        serverId.toString(),
                        method.name(),
                        keyId.toString(),
                        Long.toString(expiresAt.toEpochMilli()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
