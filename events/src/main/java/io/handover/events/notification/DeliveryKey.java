package io.handover.events.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public key that one password may be sealed to.
 *
 * @param keyId names it in {@code PasswordGenerated}
 * @param publicKey a Tink public keyset for HPKE (RFC 9180), binary form, Base64
 * @param usableUntil nothing is to be sealed to it from then on; null in offers of before keys were spent
 * @param expiresAt its private half is destroyed then, whatever happened; null like {@code usableUntil}
 */
public record DeliveryKey(
        UUID keyId,
        String publicKey,
        @Nullable Instant usableUntil,
        @Nullable Instant expiresAt) {}
