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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Delivery keys as notification-service makes them, with their private halves. */
public final class TestDeliveryKeys {

    public static final TestTopic<DeliveryKeyEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY_KEY);

    private static final Duration LIFETIME = Duration.ofHours(24);

    private final UUID id = UUID.randomUUID();
    private final Instant usableUntil;
    private final KeysetHandle privateKey;

    private TestDeliveryKeys(Duration usableFor) throws GeneralSecurityException {
        usableUntil = Instant.now().plus(usableFor).truncatedTo(ChronoUnit.MILLIS);
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
        return aKey(Duration.ofHours(6));
    }

    /** A new one that may be sealed to for a while, or no more. */
    public static TestDeliveryKeys aKey(Duration usableFor) {
        try {
            return new TestDeliveryKeys(usableFor);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A new one that the service knows of; it is spent before those whose offer ends earlier. */
    public static TestDeliveryKeys anOfferedKey() {
        return aKey().offer();
    }

    /** A new one that the service knows of, and no other. */
    public static TestDeliveryKeys theOnlyKey() {
        emptyTheStock();
        return anOfferedKey();
    }

    /** As if all had been spent. */
    public static void emptyTheStock() {
        TestDatabase.execute("delete from offered_key");
    }

    /** Offers it, and waits until the service knows of it. */
    public TestDeliveryKeys offer() {
        TOPIC.say(offered());
        awaitKnown();
        return this;
    }

    /** As if its offer had ended while it lay in the stock. */
    public void growStale() {
        TestDatabase.execute(
                "update offered_key set usable_until = now() - interval '1 second' where key_id = '" + id + "'");
    }

    /** As if it had been offered with another end. */
    public void endIn(Duration left) {
        TestDatabase.execute("update offered_key set expires_at = now() + interval '" + left.toSeconds()
                + " seconds' where key_id = '" + id + "'");
    }

    public boolean isInStock() {
        return TestDatabase.count("offered_key", "key_id", id.toString()) == 1;
    }

    private Instant expiresAt() {
        return usableUntil.plus(LIFETIME);
    }

    public UUID id() {
        return id;
    }

    public void awaitKnown() {
        await().untilAsserted(() -> assertThat(isInStock()).isTrue());
    }

    public DeliveryKeysOffered offered() {
        try {
            byte[] publicKey = TinkProtoKeysetFormat.serializeKeysetWithoutSecret(
                    privateKey.getPublicKeysetHandle(), HybridConfig2026.get());
            return new DeliveryKeysOffered(List.of(
                    new DeliveryKey(id, Base64.getEncoder().encodeToString(publicKey), usableUntil, expiresAt())));
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
