package io.handover.identity.signin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An access token, and for whom it is.
 *
 * @param accessToken a signed JWT
 * @param expiresIn in seconds
 * @param tokenId the API token that was exchanged, if one was
 */
record SessionView(
        String accessToken,
        String tokenType,
        long expiresIn,
        UUID accountId,
        UUID userId,
        @Nullable UUID tokenId) {

    @Override
    public String toString() {
        return "SessionView[" + userId + "]";
    }
}
