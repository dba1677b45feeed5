package io.handover.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryKey;
import io.handover.events.notification.DeliveryKeyEvent;
import io.handover.events.notification.DeliveryKeysOffered;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.SealingContext;
import io.handover.test.topic.TestTopic;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Delivery keys as notification-service makes them, with their private halves. */
public final class TestDeliveryKeys {

    public static final TestTopic<DeliveryKeyEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY_KEY);

    private final UUID id = UUID.randomUUID();
    private final KeysetHandle privateKey;

    private TestDeliveryKeys() throws GeneralSecurityException {
        privateKey = KeysetHandle.generateNew(
                HpkeParameters.builder()
                        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                        .setVariant(HpkeParameters.Variant.TINK)
                        .build(),
                HybridConfig2026.get());
    }

    /** A new one, not offered yet. */
    public static TestDeliveryKeys aKey() {
        try {
            return new TestDeliveryKeys();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A new one that the service knows of. */
    public static TestDeliveryKeys anOfferedKey() {
        var key = aKey();
        TOPIC.say(key.offered());
        key.awaitKnown();
        return key;
    }

    public UUID id() {
        return id;
    }

    public void awaitKnown() {
        await().untilAsserted(() -> assertThat(TestDatabase.count("offered_key", "key_id", id.toString()))
                .isEqualTo(1));
    }

    public DeliveryKeysOffered offered() {
        try {
            byte[] publicKey = TinkProtoKeysetFormat.serializeKeysetWithoutSecret(
                    privateKey.getPublicKeysetHandle(), HybridConfig2026.get());
            return new DeliveryKeysOffered(
                    List.of(new DeliveryKey(id, Base64.getEncoder().encodeToString(publicKey))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Opens a box, as its event says or with another context. */
    public String open(PasswordGenerated event, SealingContext context) throws GeneralSecurityException {
        byte[] password = privateKey
                .getPrimitive(HybridConfig2026.get(), HybridDecrypt.class)
                .decrypt(Base64.getDecoder().decode(event.sealedBox()), context.bytes());
        return new String(password, StandardCharsets.UTF_8);
    }
}
