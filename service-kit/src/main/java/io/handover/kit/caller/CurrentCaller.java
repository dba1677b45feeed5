package io.handover.kit.caller;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the current request, read from its access token (RFC 9068); the claims are named in {@link Claims}. */
@ApplicationScoped
public class CurrentCaller {

    private final JsonWebToken token;

    CurrentCaller(JsonWebToken token) {
        this.token = token;
    }

    /** Whether the request carries an access token at all. */
    public boolean isKnown() {
        return token.getRawToken() != null;
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
