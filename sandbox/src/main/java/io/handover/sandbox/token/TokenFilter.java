package io.handover.sandbox.token;

import io.handover.sandbox.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody in without the token, wherever the path leads. Public, because Quarkus generates its callers elsewhere.
 */
@ApplicationScoped
public class TokenFilter {

    private final byte[] expected;

    TokenFilter(TokenConfig config) {
        this.expected = utf8("Bearer " + config.token());
    }

    /** Runs before the path is matched and the body is read. */
    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (!isExpected(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            throw Refusal.unauthorized("AUTHENTICATION_FAILED", "The sandbox's token is needed, as a bearer token.");
        }
    }

    private boolean isExpected(@Nullable String authorization) {
        return authorization != null && MessageDigest.isEqual(expected, utf8(authorization));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
