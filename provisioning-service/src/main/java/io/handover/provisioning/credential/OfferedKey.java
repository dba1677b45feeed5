package io.handover.provisioning.credential;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A public key of notification-service. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class OfferedKey {

    @Id
    private UUID keyId;

    private String publicKey;
    private Instant offeredAt;

    protected OfferedKey() {}

    OfferedKey(UUID keyId, String publicKey, Instant offeredAt) {
        this.keyId = keyId;
        this.publicKey = publicKey;
        this.offeredAt = offeredAt;
    }

    UUID keyId() {
        return keyId;
    }

    String publicKey() {
        return publicKey;
    }

    Instant offeredAt() {
        return offeredAt;
    }
}
