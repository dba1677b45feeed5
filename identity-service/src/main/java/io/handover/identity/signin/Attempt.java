package io.handover.identity.signin;

import io.handover.events.identity.SignInMethod;
import io.handover.events.identity.SignInRefused;
import io.handover.events.identity.SignedIn;
import io.handover.identity.account.User;
import io.handover.identity.token.Token;
import io.handover.kit.origin.Origin;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is known wants to come in.
 *
 * @param tokenId null unless it is an API token
 * @param clientAddress empty when nobody knows it
 */
record Attempt(
        UUID accountId,
        UUID userId,
        String username,
        SignInMethod method,
        @Nullable UUID tokenId,
        String clientAddress) {

    static Attempt byPassword(User user, String clientAddress) {
        return new Attempt(user.accountId(), user.id(), user.username(), SignInMethod.PASSWORD, null, clientAddress);
    }

    /** A token, too, if none of ours. */
    static Attempt byProvider(User user, String clientAddress) {
        return new Attempt(user.accountId(), user.id(), user.username(), SignInMethod.TOKEN, null, clientAddress);
    }

    static Attempt byToken(User user, Token token, String clientAddress) {
        return new Attempt(user.accountId(), user.id(), user.username(), SignInMethod.TOKEN, token.id(), clientAddress);
    }

    SignedIn succeeded() {
        return new SignedIn(accountId, userId, username, method, tokenId);
    }

    SignInRefused refused(Obstacle obstacle) {
        return new SignInRefused(accountId, userId, username, method, tokenId, obstacle.reason());
    }

    /** There is no access token yet that would tell it. */
    Origin origin() {
        return new Origin(
                Optional.of(username),
                Optional.ofNullable(tokenId),
                Optional.of(clientAddress).filter(address -> !address.isEmpty()));
    }
}
