package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * An API token was made.
 *
 * @param userId whom the token acts for
 */
public record TokenIssued(UUID accountId, UUID userId, UUID tokenId, Instant expiresAt)
        implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return tokenId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
