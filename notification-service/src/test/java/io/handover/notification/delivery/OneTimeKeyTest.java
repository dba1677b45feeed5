package io.handover.notification.delivery;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.DeliveryMethod;
import io.handover.events.notification.DeliveryKey;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.notification.TestDeliveryKeys;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.FakeMailServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OneTimeKeyTest {

    private static final Duration HOUR = Duration.ofHours(1);
    /** See application.properties. */
    private static final Path KEKS = Path.of("target/key-encryption");

    @Inject
    Rows rows;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @Test
    void servesOneDeliveryAndNoOther() {
        DeliveryKey key = TestDeliveryKeys.spend();
        var first = TestHandover.any().openAccount();
        var second = TestHandover.of(first.account(), first.account());
        CREDENTIALS.say(first.generated(DeliveryMethod.EMAIL, HOUR, key));
        first.recordIn("awaiting");

        CREDENTIALS.say(second.generated(DeliveryMethod.EMAIL, HOUR, key));
        SERVERS.say(second.deployed());

        assertFailedWithoutKey(second);
        assertThat(mail.to(first.email())).isEmpty();
        SERVERS.say(first.deployed());
        first.recordIn("delivered");
    }

    @Test
    void servesNoDeliveryAfterItsOwnEnded() {
        DeliveryKey key = TestDeliveryKeys.spend();
        var first = TestHandover.any().openAccount();
        CREDENTIALS.say(first.generated(DeliveryMethod.EMAIL, HOUR, key));
        SERVERS.say(first.deployed());
        first.recordIn("delivered");
        assertThat(rows.hasKey(key.keyId())).isFalse();

        var second = TestHandover.of(first.account(), first.account());
        CREDENTIALS.say(second.generated(DeliveryMethod.EMAIL, HOUR, key));
        SERVERS.say(second.deployed());

        assertFailedWithoutKey(second);
        assertThat(mail.to(first.email())).hasSize(1);
    }

    @Test
    void keepsToTheFirstWhenADeliveryIsSaidAgainWithAnotherKey() {
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));
        PasswordGenerated again = handover.generated(DeliveryMethod.EMAIL);
        CREDENTIALS.say(again);
        SERVERS.say(handover.deployed());

        handover.recordIn("delivered");
        CREDENTIALS.say(again);
        TestHandover.of(handover.account(), handover.account())
                .order(DeliveryMethod.EMAIL)
                .recordIn("delivered");

        assertThat(mail.to(handover.email())).hasSize(2);
        assertThat(handover.record().<List<String>>path("states.state")).hasSize(3);
        assertThat(rows.hasKeyOf(handover.deliveryId())).isFalse();
    }

    @Test
    void servesNoDeliveryThatWouldOutlastIt() {
        DeliveryKey key = TestDeliveryKeys.spend();
        var handover = TestHandover.any().openAccount();
        var left = Duration.between(Instant.now(), Objects.requireNonNull(key.expiresAt()));

        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL, left.plusMinutes(1), key));
        SERVERS.say(handover.deployed());

        assertFailedWithoutKey(handover);
    }

    @Test
    void isDestroyedWhenItExpiresThoughNobodySpentIt() {
        UUID key = TestDeliveryKeys.spend().keyId();
        assertThat(rows.hasKey(key)).isTrue();

        rows.expireKey(key);

        await().untilAsserted(() -> assertThat(rows.hasKey(key)).isFalse());
    }

    @Test
    void isDestroyedWithTheBoxOfADeliveryWhoseTimePassedWhileNothingRan() {
        DeliveryKey key = TestDeliveryKeys.spend();
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL, HOUR, key));
        handover.recordIn("awaiting");

        rows.expire(handover.deliveryId());
        rows.expireKey(key.keyId());

        handover.recordIn("expired");
        assertThat(rows.hasBox(handover.deliveryId())).isFalse();
        await().untilAsserted(() -> assertThat(rows.hasKey(key.keyId())).isFalse());
    }

    @Test
    void isDestroyedWithABoxThatComesTooLate() {
        DeliveryKey key = TestDeliveryKeys.spend();
        var handover = TestHandover.any().openAccount();
        SERVERS.say(handover.deployed());

        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL, Duration.ofSeconds(-1), key));

        handover.recordIn("expired");
        assertThat(rows.hasBox(handover.deliveryId())).isFalse();
        assertThat(rows.hasKey(key.keyId())).isFalse();
        assertThat(mail.to(handover.email())).isEmpty();
    }

    @Test
    void opensItsBoxAlsoWhenItWasWrappedAnew() {
        DeliveryKey key = TestDeliveryKeys.spend();
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL, HOUR, key));
        handover.recordIn("awaiting");
        UUID before = rows.kekOf(key.keyId());

        await().untilAsserted(() -> assertThat(KEKS.resolve(before + ".key")).doesNotExist());
        SERVERS.say(handover.deployed());

        assertThat(rows.kekOf(key.keyId())).isNotEqualTo(before);
        handover.recordIn("delivered");
    }

    @Test
    void isDestroyedWhenWhatWrapsItIsLost() {
        DeliveryKey key = TestDeliveryKeys.spend();
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL, HOUR, key));
        handover.recordIn("awaiting");

        rows.loseKekOf(key.keyId());

        assertFailedWithoutKey(handover);
        assertThat(rows.hasKey(key.keyId())).isFalse();
    }

    @Test
    void outlivesAKeyEncryptionKeyThatACrashLeftBehind() throws Exception {
        Path left = KEKS.resolve("01900000-0000-7000-8000-000000000001.key");
        Files.write(left, new byte[] {1});

        await().untilAsserted(() -> assertThat(left).doesNotExist());

        TestHandover.any().order(DeliveryMethod.EMAIL).recordIn("delivered");
    }

    private void assertFailedWithoutKey(TestHandover handover) {
        assertThat(handover.recordIn("failed").<String>path("reason")).isEqualTo(DeliveryState.WITHOUT_KEY);
        assertThat(rows.hasBox(handover.deliveryId())).isFalse();
        assertThat(rows.hasKeyOf(handover.deliveryId())).isFalse();
    }
}
