package io.handover.provisioning.credential;

import static io.handover.provisioning.TestDeliveryKeys.TOPIC;
import static io.handover.provisioning.TestDeliveryKeys.aKey;
import static io.handover.provisioning.TestDeliveryKeys.anOfferedKey;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.kit.caller.Caller;
import io.handover.kit.event.CloudEventHeaders;
import io.handover.kit.event.EventCodec;
import io.handover.kit.origin.Origin;
import io.handover.provisioning.TestDatabase;
import io.handover.provisioning.TestDeliveryKeys;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryKeyEventConsumerTest {

    private final Caller ada = TestCallers.anAccount();

    @Test
    void sealsToTheNewestKey() {
        anOfferedKey();
        TestDeliveryKeys newest = anOfferedKey();

        assertThat(keyOfANewPassword()).isEqualTo(newest.id());
    }

    @Test
    void keepsToTheNewestKeyWhenAnOlderOneComesLate() {
        TestDeliveryKeys newest = anOfferedKey();
        TestDeliveryKeys older = aKey();

        TOPIC.sayAgain(aged(older));
        older.awaitKnown();

        assertThat(keyOfANewPassword()).isEqualTo(newest.id());
    }

    @Test
    void takesTheSameOfferTwice() {
        TestDeliveryKeys key = aKey();
        var offer = TOPIC.say(key.offered());
        TOPIC.sayAgain(offer);
        TOPIC.say(key.offered());

        TestDeliveryKeys last = anOfferedKey();

        key.awaitKnown();
        assertThat(keyOfANewPassword()).isEqualTo(last.id());
    }

    @Test
    void skipsWhatItDoesNotKnowAndSetsAsideWhatItCannotRead() {
        TestDeliveryKeys poisoned = aKey();
        TOPIC.sayUnknown(aKey().offered());
        TOPIC.sayPoison(poisoned.offered());

        TestDeliveryKeys good = anOfferedKey();

        assertThat(keyOfANewPassword()).isEqualTo(good.id());
        TOPIC.hearDeadLetter(record -> poisoned.id().toString().equals(record.key()));
    }

    @Test
    void sendsNoPasswordBeforeAKeyIsKnown() {
        TestDatabase.execute("delete from offered_key");

        Response answer = request(ada, body("web.example.org", disk(25)));

        refusedAs(answer, 503, "SERVICE_ERROR");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    private UUID keyOfANewPassword() {
        String server = request(ada, body("web.example.org", disk(25))).path("server.uuid");
        return new TestTopic<>(Topics.PROVISIONING_CREDENTIAL)
                .hear(
                        PasswordGenerated.class,
                        event -> event.serverId().toString().equals(server))
                .keyId();
    }

    /** An offer of long ago that was on its way until now. */
    private static ProducerRecord<String, String> aged(TestDeliveryKeys key) {
        var offered = key.offered();
        var headers = new CloudEventHeaders(
                UUID.randomUUID(),
                "handover/test",
                TOPIC.topic().typeOf(offered),
                offered.subject(),
                Instant.parse("2020-01-01T00:00:00Z"),
                Optional.empty(),
                0,
                Origin.NONE);
        return new ProducerRecord<>(
                TOPIC.topic().name(), null, offered.key(), EventCodec.write(offered), headers.toHeaders());
    }
}
