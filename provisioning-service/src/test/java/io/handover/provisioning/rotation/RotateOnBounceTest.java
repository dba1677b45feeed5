package io.handover.provisioning.rotation;

import static io.handover.provisioning.TestDeliveryKeys.aKey;
import static io.handover.provisioning.TestDeliveryKeys.anOfferedKey;
import static io.handover.provisioning.TestDeliveryKeys.emptyTheStock;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.request;
import static io.handover.provisioning.rotation.TestRotations.CREDENTIALS;
import static io.handover.provisioning.rotation.TestRotations.DELIVERIES;
import static io.handover.provisioning.rotation.TestRotations.awaitEnd;
import static io.handover.provisioning.rotation.TestRotations.delivered;
import static io.handover.provisioning.rotation.TestRotations.deliveryOf;
import static io.handover.provisioning.rotation.TestRotations.hear;
import static io.handover.provisioning.rotation.TestRotations.heard;
import static io.handover.provisioning.rotation.TestRotations.isPasswordOf;
import static io.handover.provisioning.rotation.TestRotations.rotateAfter;
import static io.handover.provisioning.rotation.TestRotations.stateOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.notification.PasswordBounced;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.provisioning.TestDeliveryKeys;
import io.handover.provisioning.delivery.PasswordDeliveries;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A password came back: is another one made? */
@QuarkusTest
class RotateOnBounceTest {

    private final Caller ada = TestCallers.anAccount();

    @Test
    void makesAnotherOneOnceThatLogsInAndGoesTheOtherWay() throws GeneralSecurityException {
        anOfferedKey();
        String server = aServer();
        UUID lost = hear(PasswordGenerated.class, server).deliveryId();
        var key = anOfferedKey();
        DELIVERIES.say(delivered(ada, server, lost));

        var said = DELIVERIES.say(bounced(server, lost, DeliveryMethod.SMS));
        DELIVERIES.sayAgain(said);
        var again = DELIVERIES.say(bounced(server, lost, DeliveryMethod.SMS));

        var other = CREDENTIALS.hear(
                PasswordGenerated.class,
                event -> event.key().equals(server) && event.occasion() == PasswordOccasion.BOUNCE);
        hear(RootPasswordSet.class, other.deliveryId());
        assertThat(other.method()).isEqualTo(DeliveryMethod.SMS);
        assertThat(other.requestedByName()).isEqualTo(ada.username());
        assertThat(isPasswordOf(server, key.open(other, other.context()))).isTrue();
        awaitHeard(again);
        awaitNoJob(lost);
        assertThat(heard(PasswordGenerated.class, server)).isEqualTo(2);
        assertThat(stateOf(lost)).isEqualTo("BOUNCED");
        assertThat(stateOf(other.deliveryId())).isEqualTo("PENDING");
    }

    @Test
    void makesOneAsSoonAsThereIsAKeyToSealItTo() {
        anOfferedKey();
        String server = aServer();
        UUID lost = hear(PasswordGenerated.class, server).deliveryId();
        emptyTheStock();
        DELIVERIES.say(delivered(ada, server, lost));
        DELIVERIES.say(bounced(server, lost, DeliveryMethod.SMS));
        awaitLedger(lost, "BOUNCED");
        assertThat(heard(PasswordGenerated.class, server)).isEqualTo(1);

        // Spent as soon as it is there: nobody may get to see it in the stock.
        TestDeliveryKeys.TOPIC.say(aKey().offered());

        CREDENTIALS.hear(
                PasswordGenerated.class,
                event -> event.key().equals(server) && event.occasion() == PasswordOccasion.BOUNCE);
        awaitNoJob(lost);
        assertThat(heard(PasswordGenerated.class, server)).isEqualTo(2);
    }

    @Test
    void makesNoneThatNobodyWants() {
        anOfferedKey();
        String server = aServer();
        UUID lost = hear(PasswordGenerated.class, server).deliveryId();
        DELIVERIES.say(delivered(ada, server, lost));

        DELIVERIES.say(bounced(server, lost, null));

        awaitLedger(lost, "BOUNCED");
        awaitNoJob(lost);
        assertThat(heard(PasswordGenerated.class, server)).isEqualTo(1);
    }

    @Test
    void makesNoneWhenThatOneCameBackToo() {
        anOfferedKey();
        String server = aServer();
        UUID lost = hear(PasswordGenerated.class, server).deliveryId();
        anOfferedKey();
        DELIVERIES.say(delivered(ada, server, lost));
        DELIVERIES.say(bounced(server, lost, DeliveryMethod.SMS));
        UUID other = CREDENTIALS
                .hear(
                        PasswordGenerated.class,
                        event -> event.key().equals(server) && event.occasion() == PasswordOccasion.BOUNCE)
                .deliveryId();
        DELIVERIES.say(delivered(ada, server, other));

        DELIVERIES.say(bounced(server, other, DeliveryMethod.EMAIL));

        awaitLedger(other, "BOUNCED");
        awaitNoJob(other);
        assertThat(heard(PasswordGenerated.class, server)).isEqualTo(2);
    }

    @Test
    void makesNoneWhenTheServerHasANewerPassword() {
        anOfferedKey();
        String server = aServer();
        UUID lost = hear(PasswordGenerated.class, server).deliveryId();
        var said = DELIVERIES.say(delivered(ada, server, lost));
        awaitEnd(deliveryOf(rotateAfter(said, ada, server, "none")));

        DELIVERIES.say(bounced(server, lost, DeliveryMethod.SMS));

        awaitLedger(lost, "BOUNCED");
        awaitNoJob(lost);
        assertThat(heard(PasswordGenerated.class, server)).isEqualTo(1);
    }

    private String aServer() {
        String server = request(ada, body("web.example.org", disk(25))).path("server.uuid");
        awaitState(ada, server, "started");
        return server;
    }

    private PasswordBounced bounced(String server, UUID delivery, @Nullable DeliveryMethod rotateBy) {
        return new PasswordBounced(
                ada.accountId(),
                delivery,
                UUID.fromString(server),
                DeliveryMethod.EMAIL,
                "the mail came back with 5.1.1",
                rotateBy);
    }

    /** Asks for anything: the answer waits until what was said is in force. */
    private void awaitHeard(ProducerRecord<String, String> said) {
        as(ada).header("Handover-Account-Version", "notification.delivery.v1=" + TestTopic.versionOf(said))
                .get("/1.3/server")
                .then()
                .statusCode(200);
    }

    private static void awaitLedger(UUID delivery, String state) {
        await().untilAsserted(() -> assertThat(stateOf(delivery)).isEqualTo(state));
    }

    private static void awaitNoJob(UUID delivery) {
        await().untilAsserted(() -> assertThat(TestDatabase.first("select count(*) from job where kind = '"
                        + PasswordDeliveries.ROTATE_ON_BOUNCE + "' and subject_id = '" + delivery + "'"))
                .isEqualTo("0"));
    }
}
