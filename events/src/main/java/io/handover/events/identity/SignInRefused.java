package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is known was not let in. Of a storm of refusals only the first are told; of names and tokens that do not
 * exist, none.
 *
 * @param userId the account itself or one of its members
 * @param tokenId the API token, if one was used
 * @param reason {@code wrong_password}, {@code address_not_allowed}, {@code api_not_allowed}, {@code token_expired} or
 *     {@code token_for_panel_only}; there may be more
 */
public record SignInRefused(
        UUID accountId,
        UUID userId,
        String username,
        SignInMethod method,
        @Nullable UUID tokenId,
        String reason) implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return userId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
