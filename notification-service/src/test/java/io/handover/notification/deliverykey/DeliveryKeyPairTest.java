package io.handover.notification.deliverykey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.handover.events.DeliveryMethod;
import io.handover.events.provisioning.SealingContext;
import io.handover.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryKeyPairTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final DeliveryKeyPair KEYS = DeliveryKeyPair.make();
    private static final SealingContext CONTEXT = new SealingContext(ID, ID, ID, DeliveryMethod.EMAIL, ID, NOW);

    @Test
    void opensWhatWasSealedToItsPublicHalf() throws Exception {
        assertThat(KEYS.open(seal("a password"), CONTEXT).map(Secret::reveal)).contains("a password");
    }

    @Test
    void opensFromWhatIsKeptOfIt() throws Exception {
        assertThat(DeliveryKeyPair.of(KEYS.privateKeyset())
                        .open(seal("a password"), CONTEXT)
                        .map(Secret::reveal))
                .contains("a password");
    }

    @Test
    void doesNotOpenWhatWasSealedToAnother() throws Exception {
        assertThat(DeliveryKeyPair.make().open(seal("a password"), CONTEXT)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void doesNotOpenInAnotherContext(SealingContext changed) throws Exception {
        assertThat(KEYS.open(seal("a password"), changed)).isEmpty();
    }

    static Stream<SealingContext> doesNotOpenInAnotherContext() {
        UUID other = UUID.randomUUID();
        return Stream.of(
                new SealingContext(other, ID, ID, DeliveryMethod.EMAIL, ID, NOW),
                new SealingContext(ID, other, ID, DeliveryMethod.EMAIL, ID, NOW),
                new SealingContext(ID, ID, other, DeliveryMethod.EMAIL, ID, NOW),
                new SealingContext(ID, ID, ID, DeliveryMethod.SMS, ID, NOW),
                new SealingContext(ID, ID, ID, DeliveryMethod.EMAIL, other, NOW),
                new SealingContext(ID, ID, ID, DeliveryMethod.EMAIL, ID, NOW.plusMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!"})
    void doesNotOpenWhatIsNoBox(String box) {
        assertThat(KEYS.open(box, CONTEXT)).isEmpty();
    }

    private static String seal(String password) throws GeneralSecurityException {
        byte[] publicKey = Base64.getDecoder().decode(KEYS.publicKey());
        byte[] sealed = TinkProtoKeysetFormat.parseKeysetWithoutSecret(publicKey, HybridConfig2026.get())
                .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class)
                .encrypt(password.getBytes(StandardCharsets.UTF_8), CONTEXT.bytes());
        return Base64.getEncoder().encodeToString(sealed);
    }
}
