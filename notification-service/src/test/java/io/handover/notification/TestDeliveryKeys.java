package io.handover.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryKey;
import io.handover.events.notification.DeliveryKeyEvent;
import io.handover.events.notification.DeliveryKeysOffered;
import io.handover.events.provisioning.SealingContext;
import io.handover.test.topic.TestTopic;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/** The keys that the service offers, as provisioning-service keeps and spends them. */
public final class TestDeliveryKeys {

    private static final TestTopic<DeliveryKeyEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY_KEY);
    private static final Queue<DeliveryKey> STOCK = new ArrayDeque<>();
    private static final Set<UUID> SEEN = new HashSet<>();

    private TestDeliveryKeys() {}

    /** One that nobody got before. */
    public static synchronized DeliveryKey spend() {
        if (STOCK.isEmpty()) {
            await().untilAsserted(() -> {
                hear();
                assertThat(STOCK).isNotEmpty();
            });
        }
        return STOCK.remove();
    }

    /** As provisioning-service does; Base64. */
    public static String seal(DeliveryKey key, String password, SealingContext context) {
        try {
            byte[] sealed = TinkProtoKeysetFormat.parseKeysetWithoutSecret(
                            Base64.getDecoder().decode(key.publicKey()), HybridConfig2026.get())
                    .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class)
                    .encrypt(password.getBytes(StandardCharsets.UTF_8), context.bytes());
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void hear() {
        TOPIC.heard().stream()
                .filter(DeliveryKeysOffered.class::isInstance)
                .flatMap(event -> ((DeliveryKeysOffered) event).keys().stream())
                .filter(key -> SEEN.add(key.keyId()))
                .forEach(STOCK::add);
    }
}
