package io.handover.events.notification;

import java.util.UUID;

/**
 * A public key that a password may be sealed to.
 *
 * @param keyId names it in {@code PasswordGenerated}
 * @param publicKey a Tink public keyset for HPKE (RFC 9180), binary form, Base64
 */
public record DeliveryKey(UUID keyId, String publicKey) {}
