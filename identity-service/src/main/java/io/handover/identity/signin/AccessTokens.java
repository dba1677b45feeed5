package io.handover.identity.signin;

import io.handover.kit.caller.Caller;
import io.handover.kit.caller.Claims;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Signs access tokens (RFC 9068) that {@link io.handover.kit.caller.CurrentCaller} reads. */
@ApplicationScoped
class AccessTokens {

    private static final String AUDIENCE = "handover";

    private final SigningKeys keys;
    private final SigninConfig config;
    private final Clock clock;

    AccessTokens(SigningKeys keys, SigninConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /**
     * For as long as configured, but no longer than what was exchanged for it.
     *
     * @param accountVersion how much had been said of the account before that was checked
     */
    Uni<SessionView> issue(Caller caller, Instant latest, long accountVersion) {
        Instant now = clock.instant();
        Instant regular = now.plus(config.lifetime());
        Instant end = latest.isBefore(regular) ? latest : regular;
        return keys.ring()
                .map(ring -> ring.signing(now).orElseThrow())
                .map(key -> new SessionView(
                        sign(caller, accountVersion, key, now, end),
                        "Bearer",
                        end.getEpochSecond() - now.getEpochSecond(),
                        caller.accountId(),
                        caller.userId(),
                        caller.tokenId().orElse(null)));
    }

    private String sign(Caller caller, long accountVersion, SigningKey key, Instant now, Instant end) {
        var claims = Jwt.issuer(config.issuer())
                .audience(AUDIENCE)
                .subject(caller.userId().toString())
                .upn(caller.username())
                .groups(caller.main() ? Claims.MAIN : Claims.MEMBER)
                .claim(Claims.ACCOUNT, caller.accountId().toString())
                .claim(Claims.CREATES_TOKENS, caller.createsTokens())
                .claim(Claims.ACCOUNT_VERSION, Long.toString(accountVersion))
                .issuedAt(now)
                .expiresAt(end);
        caller.tokenId().ifPresent(id -> claims.claim(Claims.TOKEN, id.toString()));
        return claims.jws().keyId(key.id()).sign(key.privateKey());
    }
}
