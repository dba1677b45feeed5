package io.handover.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is shown.
 *
 * @param token the token itself: only in the answer that made it
 */
record TokenView(
        UUID id,
        String name,
        String type,
        @Nullable String token,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        Instant expiresAt,
        boolean canCreateTokens,
        List<String> allowedIpRanges,
        boolean gui) {

    TokenView showing(TokenText text) {
        return new TokenView(
                id,
                name,
                type,
                text.text().reveal(),
                createdAt,
                lastUsedAt,
                expiresAt,
                canCreateTokens,
                allowedIpRanges,
                gui);
    }

    @Override
    public String toString() {
        return "TokenView[" + id + "]";
    }
}
