package io.handover.notification.deliverykey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The private half of a delivery key, as it lies in the database: wrapped by a key that does not. */
@Entity
@Table(name = "delivery_key")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class WrappedKey {

    @Id
    private UUID keyId;

    private UUID kekId;
    private byte[] wrappedPrivate;

    @SuppressWarnings("UnusedVariable") // The stock is counted by it.
    private Instant usableUntil;

    private Instant expiresAt;

    @SuppressWarnings("UnusedVariable") // Spent in SQL.
    private @Nullable UUID deliveryId;

    WrappedKey() {}

    WrappedKey(UUID keyId, UUID kekId, byte[] wrappedPrivate, Instant usableUntil, Instant expiresAt) {
        this.keyId = keyId;
        this.kekId = kekId;
        this.wrappedPrivate = wrappedPrivate;
        this.usableUntil = usableUntil;
        this.expiresAt = expiresAt;
    }

    UUID keyId() {
        return keyId;
    }

    /** The key-encryption key that wraps it. */
    UUID kekId() {
        return kekId;
    }

    byte[] wrappedPrivate() {
        return wrappedPrivate;
    }

    byte[] context() {
        return context(keyId, expiresAt);
    }

    /** What the wrapping is bound to: moved to another row, or given a longer life, it does not unwrap. */
    static byte[] context(UUID keyId, Instant expiresAt) {
        return String.join("|", "handover.delivery-key.v1", keyId.toString(), Long.toString(expiresAt.toEpochMilli()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
