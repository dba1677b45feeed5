package io.handover.notification.delivery;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.FakeMailServer;
import io.handover.notification.provider.FakeSmsProvider;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryEndTest {

    private static final TestTopic<DeliveryEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);

    @Inject
    Rows rows;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeSmsProvider sms;

    @Test
    void failsWhenTheServerCouldNotBeDeployed() {
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));

        SERVERS.say(new ServerDeploymentFailed(
                handover.account().accountId(), handover.serverId(), "the disk could not be made"));

        assertEndedFor("failed", "the server could not be deployed: the disk could not be made", handover);
    }

    @Test
    void failsWhenTheServerWasGoneBeforeThePasswordCame() {
        var handover = TestHandover.any().openAccount();
        SERVERS.say(new ServerDeleted(handover.account().accountId(), handover.serverId()));
        var late = SERVERS.say(handover.deployed());
        handover.recordAfter(late).then().statusCode(404);

        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));

        assertEndedFor("failed", "the server was deleted", handover);
    }

    @Test
    void expiresWhenTheServerTakesTooLong() {
        var handover = TestHandover.any().openAccount();

        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL, Duration.ofSeconds(1)));

        assertEndedFor("expired", "the server did not run in time", handover);
        SERVERS.say(handover.deployed());
        TestHandover.of(handover.account(), handover.account())
                .order(DeliveryMethod.SMS)
                .recordIn("delivered");
        assertThat(mail.to(handover.email())).isEmpty();
    }

    @Test
    void failsWhenTheBoxWasMovedToAnotherDelivery() {
        var handover = TestHandover.any().openAccount();
        var box = handover.generated(DeliveryMethod.EMAIL);
        var moved = new TestHandover(
                handover.account(),
                handover.account(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                handover.hostname(),
                handover.password());

        CREDENTIALS.say(new PasswordGenerated(
                box.accountId(),
                moved.deliveryId(),
                moved.serverId(),
                box.hostname(),
                box.requestedBy(),
                box.requestedByName(),
                box.method(),
                box.keyId(),
                box.sealedBox(),
                box.expiresAt(),
                box.occasion()));
        SERVERS.say(moved.deployed());

        assertEndedFor("failed", "the password can't be unsealed", moved);
    }

    @Test
    void failsWhenNobodyHasTheKey() {
        var handover = TestHandover.any().openAccount();
        var box = handover.generated(DeliveryMethod.EMAIL);

        CREDENTIALS.say(new PasswordGenerated(
                box.accountId(),
                box.deliveryId(),
                box.serverId(),
                box.hostname(),
                box.requestedBy(),
                box.requestedByName(),
                box.method(),
                UUID.randomUUID(),
                box.sealedBox(),
                box.expiresAt(),
                box.occasion()));
        SERVERS.say(handover.deployed());

        assertEndedFor(
                "failed", "its one-time key is gone or served another delivery: ask for a new password", handover);
    }

    @Test
    void doesNotSendAgainWhatADeadSenderLeft() {
        var handover = TestHandover.any().openAccount();
        var generated = CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));
        handover.recordAfter(generated).then().statusCode(200);

        rows.interrupt(handover.deliveryId());

        assertEndedFor(
                "failed", "interrupted; it may have been sent: ask for a new password if it does not arrive", handover);
    }

    @Test
    void givesUpWhatTheMailServerRefuses() {
        var handover = TestHandover.any();
        mail.refuse(handover.email(), 550);

        handover.order(DeliveryMethod.EMAIL);

        assertEndedFor("failed", "the mail server refused it with 550", handover);
    }

    @Test
    void doesNotSendAgainWhenTheMailServerDoesNotAnswer() {
        var handover = TestHandover.any();
        mail.refuse(handover.email(), FakeMailServer.SILENCE);

        handover.order(DeliveryMethod.EMAIL);

        Response record = handover.recordIn("failed");
        assertThat(record.<String>path("reason"))
                .isEqualTo("the provider did not answer in time; it may have been sent: ask for a new password if it"
                        + " does not arrive");
        assertThat(mail.to(handover.email())).hasSize(1);
    }

    @Test
    void givesUpWhatTheSmsProviderRefuses() {
        var handover = TestHandover.any();
        sms.refuse(handover.phone(), 400);

        handover.order(DeliveryMethod.SMS);

        assertEndedFor("failed", "the SMS provider refused it with 400 (error 21211)", handover);
        assertThat(sms.to(handover.phone())).isEmpty();
    }

    private void assertEndedFor(String state, String reason, TestHandover handover) {
        Response record = handover.recordIn(state);
        assertThat(record.<String>path("reason")).isEqualTo(reason);
        assertThat(rows.hasBox(handover.deliveryId())).isFalse();
        assertThat(rows.hasKeyOf(handover.deliveryId())).isFalse();
        assertThat(mail.to(handover.email())).isEmpty();
        assertThat(TOPIC.hear(
                                PasswordDeliveryFailed.class,
                                event -> event.deliveryId().equals(handover.deliveryId()))
                        .reason())
                .isEqualTo(reason);
    }
}
