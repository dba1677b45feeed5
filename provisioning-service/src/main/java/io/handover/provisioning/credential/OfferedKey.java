package io.handover.provisioning.credential;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A public key of notification-service, for one password. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class OfferedKey {

    @Id
    private UUID keyId;

    private String publicKey;

    @SuppressWarnings("UnusedVariable") // Keys are picked by it.
    private Instant usableUntil;

    private Instant expiresAt;

    protected OfferedKey() {}

    UUID keyId() {
        return keyId;
    }

    /** A Tink public keyset, binary form, Base64. */
    String publicKey() {
        return publicKey;
    }

    /** Its private half is gone then: nothing sealed to it lasts longer. */
    Instant expiresAt() {
        return expiresAt;
    }
}
