package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import io.handover.events.PasswordOccasion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A root password was in the answer to the request that made it, and nowhere else.
 *
 * @param occasion why it was made; null for its server's deployment
 */
public record PasswordShown(
        UUID accountId,
        UUID deliveryId,
        UUID serverId,
        String hostname,
        UUID requestedBy,
        String requestedByName,
        @Nullable PasswordOccasion occasion)
        implements CredentialEvent, AccountScoped {

    @Override
    public String subject() {
        return deliveryId.toString();
    }

    @Override
    public String key() {
        return serverId.toString();
    }
}
