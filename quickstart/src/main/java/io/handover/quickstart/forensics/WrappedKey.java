package io.handover.quickstart.forensics;

import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The private half of a delivery key, as a copy of notification's database holds it. */
record WrappedKey(UUID keyId, UUID kekId, Bytes wrapped, Instant expiresAt) {

    /** The private half, if that is the key that wraps it. */
    Optional<PrivateKey> unwrap(KeyEncryptionKey key) {
        try {
            return PrivateKey.parse(key.aead().decrypt(wrapped.toByteArray(), context()));
        } catch (GeneralSecurityException doesNotUnwrap) {
            return Optional.empty();
        }
    }

    /** The private half, if it is not wrapped at all. */
    Optional<PrivateKey> asItIs() {
        return PrivateKey.parse(wrapped.toByteArray());
    }

    private byte[] context() {
        return String.join("|", "handover.delivery-key.v1", keyId.toString(), Long.toString(expiresAt.toEpochMilli()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
