package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential was exchanged for a session. That happens once per session and not once per request; it changes nothing.
 *
 * @param userId the account itself or one of its members
 * @param tokenId the API token, if one was used
 */
public record SignedIn(
        UUID accountId,
        UUID userId,
        String username,
        SignInMethod method,
        @Nullable UUID tokenId) implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return userId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
