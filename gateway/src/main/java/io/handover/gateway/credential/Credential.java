package io.handover.gateway.credential;

import io.handover.gateway.refusal.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A credential as a client sent it, well-formed but not checked yet: Basic (RFC 7617, UTF-8) or Bearer (RFC 6750).
 *
 * @param authorization the header's value
 * @param clientAddress where the client is: a credential may be good from one address only
 */
public record Credential(String authorization, String clientAddress) {

    /** More than any user name and password that identity-service accepts. */
    static final int MAX_LENGTH = 4 * 1024;

    private static final String TOKEN68 = "[A-Za-z0-9._~+/-]+=*";

    /**
     * Reads the {@code Authorization} headers of a request.
     *
     * @throws Refusal 401 unless there is exactly one and it is well-formed
     */
    public static Credential of(List<String> authorizations, String clientAddress) {
        if (authorizations.size() != 1 || !isWellFormed(authorizations.getFirst())) {
            throw Refusal.unauthenticated();
        }
        return new Credential(authorizations.getFirst(), clientAddress);
    }

    @Override
    public String toString() {
        return "Credential[clientAddress=" + clientAddress + "]";
    }

    private static boolean isWellFormed(String authorization) {
        String[] parts = authorization.strip().split(" +", 2);
        if (authorization.length() > MAX_LENGTH || parts.length != 2 || !parts[1].matches(TOKEN68)) {
            return false;
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> true;
            case "basic" -> isUserAndPassword(parts[1]);
            default -> false;
        };
    }

    private static boolean isUserAndPassword(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().indexOf(':') > 0;
        } catch (IllegalArgumentException | CharacterCodingException garbled) {
            return false;
        }
    }
}
