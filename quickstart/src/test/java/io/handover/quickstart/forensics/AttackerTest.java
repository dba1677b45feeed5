package io.handover.quickstart.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.util.Bytes;
import io.handover.events.DeliveryMethod;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.SealingContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The attacker must be able to open what can be opened, or it says nothing that it opens nothing. */
class AttackerTest {

    private static final Instant EXPIRY = Instant.parse("2030-01-01T00:00:00Z");
    private static final UUID KEY = UUID.randomUUID();

    private final KeyEncryptionKey first = keyEncryptionKey();
    private final KeyEncryptionKey second = keyEncryptionKey();
    private final KeysetHandle deliveryKey = deliveryKey();
    private final PasswordGenerated sealed = seal(deliveryKey);

    AttackerTest() throws GeneralSecurityException {}

    @Test
    void opensABoxWhoseKeyItCanUnwrap() throws Exception {
        assertThat(new Attacker(List.of(wrapped(deliveryKey, first)), List.of(second, first)).open(sealed))
                .contains("the password");
    }

    @Test
    void opensABoxByAnOldCopyOfItsKey() throws Exception {
        var copies = List.of(wrapped(deliveryKey, second), wrapped(deliveryKey, first));

        assertThat(new Attacker(copies, List.of(first)).open(sealed)).contains("the password");
    }

    @Test
    void opensABoxWhoseKeyLiesInTheOpen() throws Exception {
        var copy = new WrappedKey(KEY, first.id(), Bytes.copyFrom(serialized(deliveryKey)), EXPIRY);

        assertThat(new Attacker(List.of(copy), List.of()).open(sealed)).contains("the password");
    }

    @Test
    void opensNothingWhenTheKeyThatWrapsIsGone() throws Exception {
        assertThat(new Attacker(List.of(wrapped(deliveryKey, first)), List.of(second)).open(sealed))
                .isEmpty();
    }

    @Test
    void opensNothingWithTheKeyOfAnotherBox() throws Exception {
        assertThat(new Attacker(List.of(wrapped(deliveryKey(), first)), List.of(first)).open(sealed))
                .isEmpty();
    }

    @Test
    void countsFinishedAndPendingBoxesApart() throws Exception {
        var attacker = new Attacker(List.of(wrapped(deliveryKey, first)), List.of(first));

        assertThat(attacker.attack(List.of(sealed), Set.of(sealed.deliveryId()), Set.of()))
                .isEqualTo(new Attack(1, 1, 1, 1, 0, 0));
        assertThat(attacker.attack(List.of(sealed), Set.of(), Set.of(sealed.serverId())))
                .isEqualTo(new Attack(1, 1, 0, 0, 1, 1));
    }

    private static KeyEncryptionKey keyEncryptionKey() throws GeneralSecurityException {
        Aead aead = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
        return new KeyEncryptionKey(UUID.randomUUID(), aead);
    }

    private static KeysetHandle deliveryKey() throws GeneralSecurityException {
        var hpke = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
        return KeysetHandle.generateNew(hpke, HybridConfig2026.get());
    }

    private static WrappedKey wrapped(KeysetHandle key, KeyEncryptionKey by) throws GeneralSecurityException {
        String context = "handover.delivery-key.v1|" + KEY + "|" + EXPIRY.toEpochMilli();
        byte[] wrapped = by.aead().encrypt(serialized(key), context.getBytes(StandardCharsets.UTF_8));
        return new WrappedKey(KEY, by.id(), Bytes.copyFrom(wrapped), EXPIRY);
    }

    private static byte[] serialized(KeysetHandle key) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get(), HybridConfig2026.get());
    }

    private static PasswordGenerated seal(KeysetHandle key) throws GeneralSecurityException {
        var context = new SealingContext(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), DeliveryMethod.EMAIL, KEY, EXPIRY);
        byte[] box = key.getPublicKeysetHandle()
                .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class)
                .encrypt("the password".getBytes(StandardCharsets.UTF_8), context.bytes());
        return new PasswordGenerated(
                context.accountId(),
                context.deliveryId(),
                context.serverId(),
                "web.example.org",
                UUID.randomUUID(),
                "ada",
                context.method(),
                KEY,
                Base64.getEncoder().encodeToString(box),
                EXPIRY,
                null);
    }
}
