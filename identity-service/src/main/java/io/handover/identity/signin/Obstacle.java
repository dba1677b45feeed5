package io.handover.identity.signin;

import io.handover.identity.account.Settings;
import io.handover.identity.address.AddressRanges;
import io.handover.identity.token.Token;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Why somebody who is known is not let in. The caller is not told which: the audit trail is. Pure. */
enum Obstacle {
    WRONG_PASSWORD,
    ADDRESS_NOT_ALLOWED,
    API_NOT_ALLOWED,
    TOKEN_EXPIRED,
    TOKEN_FOR_PANEL_ONLY;

    /** What stands against a user, whatever they prove themselves with. */
    static Optional<Obstacle> of(Settings settings, String clientAddress) {
        if (!settings.allowApi()) {
            return Optional.of(API_NOT_ALLOWED);
        }
        var filters = new AddressRanges(settings.ipFilters());
        return filters.texts().isEmpty() || filters.contain(clientAddress)
                ? Optional.empty()
                : Optional.of(ADDRESS_NOT_ALLOWED);
    }

    /** What stands against a token. */
    static Optional<Obstacle> of(Token token, String clientAddress, Instant now) {
        if (!now.isBefore(token.expiresAt())) {
            return Optional.of(TOKEN_EXPIRED);
        }
        if (token.isForPanelOnly()) {
            return Optional.of(TOKEN_FOR_PANEL_ONLY);
        }
        return token.admits(clientAddress) ? Optional.empty() : Optional.of(ADDRESS_NOT_ALLOWED);
    }

    /** As it is said in events. */
    String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
