package io.handover.provisioning.delivery;

import static io.handover.provisioning.TestDeliveryKeys.anOfferedKey;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordBounced;
import io.handover.events.notification.PasswordDelivered;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.provisioning.TestServers;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryEventConsumerTest {

    private static final TestTopic<DeliveryEvent> TOPIC = new TestTopic<>(Topics.NOTIFICATION_DELIVERY);
    private static final TestTopic<CredentialEvent> CREDENTIALS = new TestTopic<>(Topics.PROVISIONING_CREDENTIAL);

    private final Caller ada = TestCallers.anAccount();

    @Test
    void knowsAPasswordThatIsOnItsWay() {
        UUID delivery = aDelivery();

        assertThat(kept(delivery, "state")).isEqualTo("PENDING");
        assertThat(kept(delivery, "method")).isEqualTo("EMAIL");
        assertThat(kept(delivery, "occasion")).isEqualTo("DEPLOYMENT");
        assertThat(kept(delivery, "requested_by")).isEqualTo(ada.userId().toString());
    }

    @Test
    void knowsAPasswordThatWasShown() {
        String server = TestServers.requested(ada, "web.example.org");

        UUID delivery = CREDENTIALS
                .hear(PasswordShown.class, event -> event.serverId().toString().equals(server))
                .deliveryId();

        assertThat(kept(delivery, "state")).isEqualTo("SHOWN");
    }

    @Test
    void knowsNothingOfAServerThatWasRefused() {
        anOfferedKey();
        int before = TestDatabase.count(
                "password_delivery", "account_id", ada.accountId().toString());

        request(ada, body("web.example.org", disk(1_000_000))).then().statusCode(400);

        assertThat(TestDatabase.count(
                        "password_delivery", "account_id", ada.accountId().toString()))
                .isEqualTo(before);
    }

    @Test
    void hearsThatAPasswordWasDelivered() {
        UUID delivery = aDelivery();

        awaitHeard(TOPIC.say(delivered(delivery)));

        assertThat(kept(delivery, "state")).isEqualTo("DELIVERED");
        assertThat(kept(delivery, "reason")).isNull();
    }

    @Test
    void hearsWhyAPasswordWasNotDelivered() {
        UUID delivery = aDelivery();

        awaitHeard(TOPIC.say(failed(delivery)));

        assertThat(kept(delivery, "state")).isEqualTo("FAILED");
        assertThat(kept(delivery, "reason")).isEqualTo("no such mailbox");
    }

    @Test
    void hearsThatADeliveredPasswordCameBack() {
        UUID delivery = aDelivery();
        TOPIC.say(delivered(delivery));

        TOPIC.say(bounced(delivery));
        awaitHeard(TOPIC.say(delivered(delivery)));

        assertThat(kept(delivery, "state")).isEqualTo("BOUNCED");
        assertThat(kept(delivery, "reason")).isEqualTo("the mail came back with 5.1.1");
    }

    @Test
    void endsADeliveryOnce() {
        UUID delivery = aDelivery();
        var record = TOPIC.say(delivered(delivery));
        awaitHeard(record);
        String ended = kept(delivery, "ended_at");

        TOPIC.sayAgain(record);
        awaitHeard(TOPIC.say(delivered(delivery)));

        assertThat(kept(delivery, "state")).isEqualTo("DELIVERED");
        assertThat(kept(delivery, "ended_at")).isEqualTo(ended);
    }

    @Test
    void keepsTheFirstEndWhenAnotherOneComesLate() {
        UUID delivery = aDelivery();
        TOPIC.say(delivered(delivery));

        awaitHeard(TOPIC.say(failed(delivery)));

        assertThat(kept(delivery, "state")).isEqualTo("DELIVERED");
    }

    @Test
    void passesOverADeliveryThatItDoesNotKnow() {
        UUID stranger = UUID.randomUUID();

        awaitHeard(TOPIC.say(delivered(stranger)));

        assertThat(TestDatabase.count("password_delivery", "delivery_id", stranger.toString()))
                .isZero();
    }

    @Test
    void skipsWhatItDoesNotKnowAndSetsAsideWhatItCannotRead() {
        UUID delivery = aDelivery();
        var poisoned = new PasswordDelivered(ada.accountId(), delivery, UUID.randomUUID(), DeliveryMethod.EMAIL);
        TOPIC.sayUnknown(delivered(delivery));
        TOPIC.sayPoison(poisoned);

        TOPIC.hearDeadLetter(record -> poisoned.key().equals(record.key()));
        awaitHeard(TOPIC.say(failed(delivery)));

        assertThat(kept(delivery, "state")).isEqualTo("FAILED");
    }

    /** The id of a delivery that a new server waits for. */
    private UUID aDelivery() {
        anOfferedKey();
        String server = request(ada, body("web.example.org", disk(25))).path("server.uuid");
        return CREDENTIALS
                .hear(
                        PasswordGenerated.class,
                        event -> event.serverId().toString().equals(server))
                .deliveryId();
    }

    /** Asks for anything: the answer waits until what was said is in force. */
    private void awaitHeard(ProducerRecord<String, String> said) {
        TestServers.as(ada)
                .header("Handover-Account-Version", "notification.delivery.v1=" + TestTopic.versionOf(said))
                .get("/1.3/server")
                .then()
                .statusCode(200);
    }

    private PasswordDelivered delivered(UUID delivery) {
        return new PasswordDelivered(ada.accountId(), delivery, delivery, DeliveryMethod.EMAIL);
    }

    private PasswordBounced bounced(UUID delivery) {
        return new PasswordBounced(
                ada.accountId(), delivery, delivery, DeliveryMethod.EMAIL, "the mail came back with 5.1.1", null);
    }

    private PasswordDeliveryFailed failed(UUID delivery) {
        return new PasswordDeliveryFailed(ada.accountId(), delivery, delivery, DeliveryMethod.EMAIL, "no such mailbox");
    }

    private static @Nullable String kept(UUID delivery, String column) {
        return TestDatabase.text("password_delivery", column, "delivery_id", delivery.toString());
    }
}
