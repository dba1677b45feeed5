package io.handover.notification.deliverykey;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.handover.events.provisioning.SealingContext;
import io.handover.kit.secret.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A key pair for HPKE (RFC 9180): its public half is offered, its private half opens what was sealed to it. */
final class DeliveryKeyPair {

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

    private final KeysetHandle keys;

    private DeliveryKeyPair(KeysetHandle keys) {
        this.keys = keys;
    }

    static DeliveryKeyPair make() {
        try {
            return new DeliveryKeyPair(KeysetHandle.generateNew(HPKE, TINK));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of what {@link #privateKeyset} gave, which stays the caller's to wipe. */
    static DeliveryKeyPair of(byte[] privateKeyset) {
        try {
            return new DeliveryKeyPair(
                    TinkProtoKeysetFormat.parseKeyset(privateKeyset, InsecureSecretKeyAccess.get(), TINK));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a delivery key is broken", broken);
        }
    }

    /** Both halves in Tink's binary form, for the caller to wipe. */
    byte[] privateKeyset() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get(), TINK);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public half in Tink's binary form, Base64. */
    String publicKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            TinkProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle(), TINK));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty when the box was not sealed to this key, in this context, or is no box at all. */
    Optional<Secret> open(String box, SealingContext context) {
        byte[] password = {};
        try {
            password = keys.getPrimitive(TINK, HybridDecrypt.class)
                    .decrypt(Base64.getDecoder().decode(box), context.bytes());
            return Optional.of(Secret.ofUtf8(password));
        } catch (GeneralSecurityException | IllegalArgumentException doesNotOpen) {
            return Optional.empty();
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }
}
