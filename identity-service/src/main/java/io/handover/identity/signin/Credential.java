package io.handover.identity.signin;

import io.handover.identity.token.TokenText;
import io.handover.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client proves itself with, read from {@code Authorization}. Pure. */
sealed interface Credential {

    /** Longer ones are nobody's. */
    int LENGTH_MAX = 4096;

    /** RFC 7617, in UTF-8. */
    record Basic(String username, Secret password) implements Credential {}

    /** RFC 6750. */
    record Token(TokenText text) implements Credential {}

    /** A JSON web token (RFC 7519) of another OpenID provider. */
    record Foreign(Secret jwt) implements Credential {

        /** How each begins: <code>{"</code> in Base64. */
        private static final String PREFIX = "ey";
    }

    /** Empty when there is none that could be right. */
    static Optional<Credential> read(@Nullable String authorization) {
        if (authorization == null || authorization.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        int space = authorization.indexOf(' ');
        String scheme = space < 0 ? authorization : authorization.substring(0, space);
        String value = authorization.substring(scheme.length()).strip();
        if (scheme.equalsIgnoreCase("Basic")) {
            return basic(value);
        }
        return scheme.equalsIgnoreCase("Bearer") ? bearer(value) : Optional.empty();
    }

    private static Optional<Credential> bearer(String value) {
        if (value.startsWith(TokenText.PREFIX)) {
            return Optional.of(new Token(new TokenText(Secret.of(value.toCharArray()))));
        }
        return value.startsWith(Foreign.PREFIX)
                ? Optional.of(new Foreign(Secret.of(value.toCharArray())))
                : Optional.empty();
    }

    private static Optional<Credential> basic(String base64) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        int colon = indexOfColon(decoded);
        return colon <= 0
                ? Optional.empty()
                : Optional.of(new Basic(
                        new String(decoded, 0, colon, StandardCharsets.UTF_8),
                        Secret.ofUtf8(Arrays.copyOfRange(decoded, colon + 1, decoded.length))));
    }

    private static int indexOfColon(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == ':') {
                return at;
            }
        }
        return -1;
    }
}
