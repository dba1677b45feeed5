package io.handover.notification.delivery;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.notification.TestHandover;
import io.handover.notification.provider.FakeMailServer;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A password for a server that was there before: it is sent when it works, and not before. */
@QuarkusTest
class RotationDeliveryTest {

    private static final TestTopic<DeliveryEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);

    @Inject
    Rows rows;

    @SuppressWarnings("NullAway.Init") // Providers fills it.
    private FakeMailServer mail;

    @Test
    void waitsUntilTheServerHasThePassword() {
        var handover = TestHandover.any().openAccount();
        SERVERS.say(handover.deployed());
        CREDENTIALS.say(handover.rotated(DeliveryMethod.EMAIL));
        deliverAnother(handover);

        Response before = handover.record();
        CREDENTIALS.say(handover.set());
        Response after = handover.recordIn("delivered");

        assertThat(before.<String>path("state")).isEqualTo("awaiting");
        assertThat(before.<String>path("occasion")).isEqualTo("rotation");
        assertThat(before.<String>path("reason")).isEqualTo("the server has not taken the password yet");
        assertThat(after.<List<String>>path("states.state")).containsExactly("awaiting", "sending", "delivered");
        assertThat(after.<Object>path("advice")).isNull();
        assertThat(mail.to(handover.email())).hasSize(1);
        assertThat(mail.to(handover.email()).getFirst().body()).contains(handover.password());
    }

    @Test
    void needsNoWordOfTheServerItself() {
        var handover = TestHandover.any().openAccount();

        CREDENTIALS.say(handover.rotated(DeliveryMethod.EMAIL));
        CREDENTIALS.say(handover.set());

        handover.recordIn("delivered");
    }

    @Test
    void sendsOnceHoweverOftenItHears() {
        var handover = TestHandover.any().openAccount();
        var made = CREDENTIALS.say(handover.rotated(DeliveryMethod.EMAIL));
        var set = CREDENTIALS.say(handover.set());
        handover.recordIn("delivered");

        CREDENTIALS.sayAgain(made);
        CREDENTIALS.sayAgain(set);
        CREDENTIALS.say(handover.set());
        CREDENTIALS.say(handover.notSet("the back end refused"));
        deliverAnother(handover);

        assertThat(mail.to(handover.email())).hasSize(1);
        assertThat(handover.record().<List<String>>path("states.state")).hasSize(3);
    }

    @Test
    void endsWhenTheServerDoesNotTakeThePassword() {
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.rotated(DeliveryMethod.EMAIL));

        var notSet = CREDENTIALS.say(handover.notSet("the back end refused"));
        CREDENTIALS.sayAgain(notSet);
        CREDENTIALS.say(handover.set());

        assertEndedFor("failed", "the back end refused", handover);
    }

    @Test
    void saysThatAPasswordThatWasShownIsOfNoUse() {
        var handover = TestHandover.any();
        CREDENTIALS.say(handover.shown());

        CREDENTIALS.say(handover.notSet("the back end refused"));

        assertEndedFor("failed", "the back end refused", handover);
        assertThat(handover.record().<List<String>>path("states.state")).containsExactly("shown", "failed");
    }

    @Test
    void doesNotSendWhatWasSetBeforeItWasMade() {
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.set());
        CREDENTIALS.say(handover.notSet("the back end refused"));

        CREDENTIALS.say(handover.rotated(DeliveryMethod.EMAIL, Duration.ofSeconds(2)));

        assertEndedFor("expired", "the server has not taken the password yet", handover);
    }

    @Test
    void endsWithItsServer() {
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.rotated(DeliveryMethod.EMAIL));

        SERVERS.say(new ServerDeleted(handover.account().accountId(), handover.serverId()));

        handover.recordIn("failed");
        CREDENTIALS.say(handover.set());
        CREDENTIALS.say(handover.notSet("the server was deleted"));
        assertThat(handover.record().<Object>path("advice")).isNull();
        assertEndedFor("failed", "the server was deleted", handover);
    }

    @Test
    void passesOverWhatIsUnknownAndPutsAsideWhatIsPoisoned() {
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.rotated(DeliveryMethod.EMAIL));

        CREDENTIALS.sayUnknown(handover.set());
        CREDENTIALS.sayPoison(handover.set());
        CREDENTIALS.say(handover.set());
        CREDENTIALS.dropDeadLetter(handover.serverId());

        handover.recordIn("delivered");
        assertThat(mail.to(handover.email())).hasSize(1);
    }

    @Test
    void advisesToAskForAnotherOneWhenItWasInVain() {
        var handover = TestHandover.any();
        mail.refuse(handover.email(), 550);

        handover.order(DeliveryMethod.EMAIL);

        assertThat(handover.recordIn("failed").<String>path("advice"))
                .contains("POST /v1/servers/" + handover.serverId() + "/password");
    }

    /** When it has arrived, whatever was said before has had its effect. */
    private static void deliverAnother(TestHandover handover) {
        TestHandover.of(handover.account(), handover.account())
                .order(DeliveryMethod.SMS)
                .recordIn("delivered");
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
