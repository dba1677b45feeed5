package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static io.handover.test.notebook.Requests.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InboxTest {

    private static final TestTopic<PermissionEvent> TOPIC = new TestTopic<>(Topics.PERMISSION_PERMISSION);
    private static final int ATTEMPTS_MAX = 5;

    private final Caller ada = TestCallers.anAccount();

    @Test
    void appliesAnEvent() {
        TOPIC.say(granted("server", "first"));

        awaitNotes("first");
    }

    @Test
    void appliesAnEventOnceHoweverOftenItIsSaid() {
        var record = TOPIC.say(granted("server", "first"));
        TOPIC.sayAgain(record);
        TOPIC.say(granted("server", "second"));
        TOPIC.sayAgain(record);
        TOPIC.say(granted("server", "third"));

        awaitNotes("first", "second", "third");
        assertThat(attempts()).isEqualTo(3);
    }

    @Test
    void skipsAnEventOfATypeItDoesNotKnow() {
        TOPIC.sayUnknown(granted("server", "first"));
        TOPIC.say(granted("server", "second"));

        awaitNotes("second");
    }

    @Test
    void publishesWhatItCannotReadToTheDeadLettersAndWhatWaitsBehindItToo() {
        TOPIC.sayPoison(granted("server", "first"));
        TOPIC.sayAgain(new ProducerRecord<>(
                Topics.PERMISSION_PERMISSION.name(), ada.accountId().toString(), "no CloudEvent"));
        TOPIC.say(granted("server", "third"));

        TOPIC.hearDeadLetter(record -> isAdas(record.key())
                && record.value().contains("broken")
                && reason(record).contains("cannot be read"));
        TOPIC.hearDeadLetter(record -> isAdas(record.key()) && record.value().equals("no CloudEvent"));
        TOPIC.hearDeadLetter(record -> isAdas(record.key())
                && record.value().contains("third")
                && reason(record).equals("waits behind an earlier event of its key"));
        assertThat(notes(ada)).isEmpty();
    }

    /** Failing by itself, and at a constraint of the database. */
    @ParameterizedTest
    @ValueSource(strings = {"breaks", "clashes"})
    void givesUpOnAnEffectThatFailsAgainAndAgainAndKeepsNothingOfIt(String type) {
        TOPIC.say(granted(type, "first"));

        TOPIC.hearDeadLetter(record -> isAdas(record.key())
                && record.value().contains("first")
                && !reason(record).contains("first"));
        assertThat(attempts()).isEqualTo(ATTEMPTS_MAX);
        assertThat(notes(ada)).isEmpty();
    }

    @Test
    void goesOnAfterTheDatabaseClosedEveryConnection() throws SQLException {
        TOPIC.say(granted("server", "first"));
        awaitNotes("first");
        try (Connection database = Requests.database()) {
            database.createStatement()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                            + " and usename = user");
        }
        TOPIC.say(granted("server", "second"));

        awaitNotes("first", "second");
    }

    private void awaitNotes(String... texts) {
        await().untilAsserted(() -> assertThat(notes(ada)).containsExactly(texts));
    }

    private int attempts() {
        return Integer.parseInt(as(ada).get("/v1/attempts").asString());
    }

    private static String reason(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
    }

    private boolean isAdas(String key) {
        return ada.accountId().toString().equals(key);
    }

    private PermissionGranted granted(String type, String identifier) {
        return new PermissionGranted(
                ada.accountId(), UUID.randomUUID(), ada.userId(), "bob", type, identifier, false, ada.userId());
    }
}
