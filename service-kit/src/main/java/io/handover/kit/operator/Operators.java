package io.handover.kit.operator;

import io.handover.kit.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells operators from others who reach the management port, such as whoever reads metrics. */
@ApplicationScoped
public class Operators {

    private static final String BEARER = "Bearer ";

    private final OperatorConfig config;

    Operators(OperatorConfig config) {
        this.config = config;
    }

    /**
     * Lets an operator pass.
     *
     * @param authorization the header of that name: a bearer token (RFC 6750)
     * @throws Refusal 401 for another token, 403 when no token would do
     */
    public void require(@Nullable String authorization) {
        String token = Optional.of(config.token().orElse("").strip())
                .filter(configured -> !configured.isEmpty())
                .orElseThrow(() -> Refusal.forbidden(
                        "OPERATOR_TOKEN_MISSING", "Nobody may: handover.operator.token is not configured."));
        if (authorization == null || !isEqual(authorization, BEARER + token)) {
            throw Refusal.of(401, "AUTHENTICATION_FAILED", "The operator's token is wanted as a bearer token.");
        }
    }

    /** Takes as long for a token that is nearly right as for any other. */
    private static boolean isEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
