package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * An API token was deleted and works no more.
 *
 * @param userId whom the token acted for
 */
public record TokenRevoked(UUID accountId, UUID userId, UUID tokenId) implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return tokenId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }

    @Override
    public boolean withdraws() {
        return true;
    }
}
