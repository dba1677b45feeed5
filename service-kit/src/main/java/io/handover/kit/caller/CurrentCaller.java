package io.handover.kit.caller;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the current request, read from its access token (RFC 9068); the claims are named in {@link Claims}. */
@ApplicationScoped
public class CurrentCaller {

    private final JsonWebToken token;
    private final CurrentVertxRequest request;

    CurrentCaller(JsonWebToken token, CurrentVertxRequest request) {
        this.token = token;
        this.request = request;
    }

    /** Whether the request carries an access token, and its path is one that looks at it. */
    public boolean isKnown() {
        return request.getCurrent() != null && request.getCurrent().user() != null && token.getRawToken() != null;
    }

    /** How much had been said of the account on identity-service's topic when the session began. */
    public long accountVersion() {
        return Optional.ofNullable(token.<String>getClaim(Claims.ACCOUNT_VERSION))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** Only behind a path that needs an access token. */
    public Caller get() {
        return new Caller(
                UUID.fromString(token.getClaim(Claims.ACCOUNT)),
                UUID.fromString(token.getSubject()),
                token.getName(),
                token.getGroups().contains(Claims.MAIN),
                Optional.ofNullable(token.<String>getClaim(Claims.TOKEN)).map(UUID::fromString),
                Boolean.parseBoolean(String.valueOf(token.<Object>getClaim(Claims.CREATES_TOKENS))));
    }
}
