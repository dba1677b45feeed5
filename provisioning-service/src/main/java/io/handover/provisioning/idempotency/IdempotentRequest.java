package io.handover.provisioning.idempotency;

import io.handover.kit.refusal.Refusal;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.jspecify.annotations.Nullable;

/**
 * A request with an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header), as it is remembered. The key
 * itself is not: whoever reads the database can neither use it nor try out bodies.
 *
 * @param userId whose key it is; another user's same key is another key
 * @param keyHash SHA-256 of the key
 * @param fingerprint HMAC-SHA-256 of the body under the key
 */
@SuppressWarnings("ArrayRecordComponent") // Compared in the database and with Arrays.equals only.
public record IdempotentRequest(UUID userId, byte[] keyHash, byte[] fingerprint) {

    /** Where the key is. */
    public static final String HEADER = "Idempotency-Key";

    /** Visible ASCII; the draft's quotes are optional, because most clients leave them out. */
    private static final Pattern KEY = Pattern.compile("\"([!#-~]{1,255})\"|([!#-~]{1,255})");

    /**
     * Empty without a key.
     *
     * @param body in a form that is the same for the same wish; asked for only with a key
     * @throws Refusal (400) when the key is none
     */
    public static Optional<IdempotentRequest> of(UUID userId, @Nullable String header, Supplier<byte[]> body) {
        if (header == null) {
            return Optional.empty();
        }
        var key = KEY.matcher(header.strip());
        if (!key.matches()) {
            throw Refusal.invalidField("IDEMPOTENCY_KEY_INVALID", HEADER, "must be 1 to 255 visible ASCII characters.");
        }
        String value = key.group(1) == null ? key.group(2) : key.group(1);
        return Optional.of(new IdempotentRequest(
                userId, DigestUtils.sha256(value), new HmacUtils(HmacAlgorithms.HMAC_SHA_256, value).hmac(body.get())));
    }
}
