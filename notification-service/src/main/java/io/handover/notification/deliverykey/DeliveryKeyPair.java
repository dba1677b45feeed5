package io.handover.notification.deliverykey;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.handover.events.notification.DeliveryKey;
import io.handover.events.notification.DeliveryKeysOffered;
import io.handover.events.provisioning.SealingContext;
import io.handover.kit.secret.Secret;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A key pair for HPKE (RFC 9180): its public half is offered, its private half opens what was sealed to it. */
@Entity
@Table(name = "delivery_key")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class DeliveryKeyPair {

    private static final Configuration TINK;

    /** Tink calls it {@code DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM}. */
    private static final HpkeParameters HPKE;

    static {
        try {
            TINK = HybridConfig2026.get();
            HPKE = HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.TINK)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    @Id
    private UUID keyId;

    private byte[] privateKeyset;
    private Instant offeredAt;

    DeliveryKeyPair() {}

    private DeliveryKeyPair(UUID keyId, byte[] privateKeyset, Instant offeredAt) {
        this.keyId = keyId;
        this.privateKeyset = privateKeyset;
        this.offeredAt = offeredAt;
    }

    static DeliveryKeyPair make(UUID keyId, Instant offeredAt) {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(HPKE, TINK);
            byte[] stored = TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get(), TINK);
            return new DeliveryKeyPair(keyId, stored, offeredAt);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Instant offeredAt() {
        return offeredAt;
    }

    /** The public half. */
    DeliveryKeysOffered offered() {
        try {
            byte[] shown = TinkProtoKeysetFormat.serializeKeysetWithoutSecret(keys().getPublicKeysetHandle(), TINK);
            return new DeliveryKeysOffered(
                    List.of(new DeliveryKey(keyId, Base64.getEncoder().encodeToString(shown))));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("delivery key " + keyId + " is broken", broken);
        }
    }

    /** Empty when the box was not sealed to this key, in this context, or is no box at all. */
    Optional<Secret> open(String box, SealingContext context) {
        byte[] password = {};
        try {
            password = keys().getPrimitive(TINK, HybridDecrypt.class)
                    .decrypt(Base64.getDecoder().decode(box), context.bytes());
            return Optional.of(Secret.ofUtf8(password));
        } catch (GeneralSecurityException | IllegalArgumentException doesNotOpen) {
            return Optional.empty();
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private KeysetHandle keys() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(privateKeyset, InsecureSecretKeyAccess.get(), TINK);
    }
}
