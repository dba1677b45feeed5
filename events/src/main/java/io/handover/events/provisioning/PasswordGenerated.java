package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A root password was made, hashed for the guest and sealed. The box is all that is left of it.
 *
 * @param method {@code email} or {@code sms}
 * @param keyId the delivery key it is sealed to
 * @param sealedBox HPKE ciphertext (RFC 9180), Base64
 * @param expiresAt when the delivery is given up
 * @param occasion why it was made; null for its server's deployment
 */
public record PasswordGenerated(
        UUID accountId,
        UUID deliveryId,
        UUID serverId,
        String hostname,
        UUID requestedBy,
        String requestedByName,
        DeliveryMethod method,
        UUID keyId,
        String sealedBox,
        Instant expiresAt,
        @Nullable PasswordOccasion occasion)
        implements CredentialEvent, AccountScoped {

    /** What the box is bound to. */
    public SealingContext context() {
        return new SealingContext(accountId, deliveryId, serverId, method, keyId, expiresAt);
    }

    @Override
    public String subject() {
        return deliveryId.toString();
    }

    @Override
    public String key() {
        return serverId.toString();
    }
}
