package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static io.handover.test.notebook.Requests.database;
import static io.handover.test.notebook.Requests.notes;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.TagCreated;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.operator.TestOperator;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeadLetterTest {

    private static final TestTopic<PermissionEvent> TOPIC = new TestTopic<>(Topics.PERMISSION_PERMISSION);
    private static final TestTopic<ServerEvent> TAGS = new TestTopic<>(Topics.PROVISIONING_SERVER);

    private final Caller ada = TestCallers.anAccount();
    private final Caller eve = TestCallers.anAccount();

    @Test
    void holdsBackWhatFollowsOfTheSameKeyAndLetsEverythingElseFlow() {
        say("fragile", "first");
        say("server", "second");
        say("server", "third");
        TOPIC.say(granted(eve, "server", "eve's"));

        await().untilAsserted(() -> assertThat(notes(eve)).containsExactly("eve's"));
        awaitWaiting(2);
        assertThat(notes(ada)).isEmpty();
    }

    @Test
    void appliesADeadLetterAndWhatWaitsBehindItInOrder() {
        say("fragile", "first");
        say("server", "second");
        say("fragile", "third");
        awaitWaiting(2);

        mend();
        Response answer = TestOperator.replay(letter().get("id"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Integer>path("applied")).isPositive();
        assertThat(answer.<Object>path("failed")).isNull();
        assertThat(notes(ada)).containsExactly("first", "second", "third");
        say("server", "fourth");
        awaitNotes("first", "second", "third", "fourth");
    }

    @Test
    void keepsADeadLetterThatFailsAgainAndAllBehindIt() {
        say("fragile", "first");
        say("server", "second");
        awaitWaiting(1);
        @Nullable Object id = letter().get("id");

        Response answer = TestOperator.replay(id);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<Integer>path("applied")).isZero();
        assertThat(answer.<Object>path("failed.id")).isEqualTo(id);
        assertThat(answer.<String>path("failed.cause")).startsWith("IllegalStateException at Notebook");
        assertThat(letter()).containsEntry("id", id).containsEntry("waiting", 1);
        assertThat(notes(ada)).isEmpty();
    }

    @Test
    void stopsAtTheNextOneThatFails() {
        say("fragile", "first");
        say("breaks", "second");
        say("server", "third");
        awaitWaiting(2);
        mend();

        Response answer = TestOperator.replay(letter().get("id"));

        assertThat(answer.<Integer>path("applied")).isEqualTo(1);
        assertThat(answer.<Object>path("failed.id")).isEqualTo(letter().get("id"));
        assertThat(letter()).containsEntry("waiting", 1);
        assertThat(notes(ada)).containsExactly("first");
        TestOperator.drop(letter().get("id")).then().statusCode(200);
        assertThat(notes(ada)).containsExactly("first", "third");
    }

    @Test
    void passesOverADroppedOneForEverAndAppliesWhatWaited() {
        ProducerRecord<String, String> dropped = say("fragile", "first");
        say("server", "second");
        awaitWaiting(1);

        TestOperator.drop(letter().get("id")).then().statusCode(200);

        mend();
        TOPIC.sayAgain(dropped);
        say("server", "third");
        awaitNotes("second", "third");
    }

    @Test
    void putsARecordWithoutAnIdAsideOnceAndInItsTurn() {
        TOPIC.sayPoison(granted(ada, "server", "first"));
        TOPIC.sayAgain(new ProducerRecord<>(topic(), ada.accountId().toString(), "no \0 CloudEvent"));
        TOPIC.sayAgain(new ProducerRecord<>(topic(), ada.accountId().toString(), null));
        say("server", "second");
        awaitWaiting(3);

        IntStream.range(0, 3)
                .forEach(ignored -> TestOperator.drop(letter().get("id")).then().statusCode(200));

        awaitNotes("second");
    }

    @Test
    void keepsOneOfARecordThatComesAgain() {
        ProducerRecord<String, String> first = say("fragile", "first");
        ProducerRecord<String, String> second = say("server", "second");
        TOPIC.sayAgain(first);
        TOPIC.sayAgain(second);
        say("server", "third");

        awaitWaiting(2);
        mend();
        TestOperator.replay(letter().get("id")).then().statusCode(200);
        TOPIC.sayAgain(first);
        TOPIC.sayAgain(second);
        say("server", "fourth");
        awaitNotes("first", "second", "third", "fourth");
    }

    @Test
    void keepsTheOrderOfWhatIsSaidWhileSeveralReplay() {
        say("fragile", "0");
        IntStream.range(1, 20).forEach(number -> say("server", "" + number));
        awaitWaiting(19);
        mend();
        @Nullable Object id = letter().get("id");

        List<CompletableFuture<Response>> replays = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> TestOperator.replay(id)))
                .limit(3)
                .toList();
        IntStream.range(20, 40).forEach(number -> say("server", "" + number));

        assertThat(replays.stream().map(CompletableFuture::join).map(Response::statusCode))
                .allMatch(status -> status == 200 || status == 404);
        awaitNotes(IntStream.range(0, 40).mapToObj(Integer::toString).toArray(String[]::new));
        assertThat(TestOperator.find(topic(), ada.accountId().toString())).isEmpty();
    }

    /** As if the replica that let them through had been killed after the first. */
    @Test
    void goesOnByItselfWhereLettingThroughWasCutOff() throws SQLException {
        say("fragile", "first");
        say("server", "second");
        awaitWaiting(1);
        mend();

        change("update dead_letter set cause = null where record_key = ?");

        awaitNotes("first", "second");
    }

    @Test
    void dropsByItselfWhatIsOlderThanItMayGet() throws SQLException {
        say("fragile", "first");
        say("server", "second");
        awaitWaiting(1);

        change(
                "update dead_letter set said_at = said_at - interval '29 days' where cause is not null and record_key = ?");

        awaitNotes("second");
    }

    @Test
    void goesWithItsAccount() {
        say("fragile", "first");
        say("server", "second");
        awaitWaiting(1);

        as(ada).delete("/v1/account").then().statusCode(204);

        assertThat(TestOperator.find(topic(), ada.accountId().toString())).isEmpty();
        long late = TestTopic.versionOf(say("breaks", "late"));
        assertThat(after(topic(), late).statusCode()).isEqualTo(200);
        assertThat(TestOperator.find(topic(), ada.accountId().toString())).isEmpty();
    }

    @Test
    void refusesRequestsOfTheAccountWhileAnEventThatDecidesAboutAccessIsPutAside() {
        say("fragile", "first");
        long version = TestTopic.versionOf(say("server", "second"));
        awaitWaiting(1);

        assertThat(after(topic(), version).statusCode()).isEqualTo(503);
        TestOperator.drop(letter().get("id")).then().statusCode(200);
        assertThat(after(topic(), version).statusCode()).isEqualTo(200);
    }

    @Test
    void answersWithoutWaitingForAnEventThatDecidesNothing() {
        TAGS.say(new TagCreated(ada.accountId(), "broken"));
        long version = TestTopic.versionOf(TAGS.say(new TagCreated(ada.accountId(), "dev")));
        TestOperator.await(TAGS.topic().name(), ada.accountId().toString());

        assertThat(after(TAGS.topic().name(), version).asString()).isEqualTo("[]");
    }

    @Test
    void showsNothingOfWhatAnEventHolds() {
        List<String> log = new CopyOnWriteArrayList<>();
        Handler handler = logInto(log);
        Logger.getLogger("").addHandler(handler);
        try {
            say("breaks", "ada@example.org");
            say("clashes", "ada@example.org");
            awaitWaiting(1);
            TestOperator.replay(letter().get("id"));
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }

        assertThat(TestOperator.list().asString())
                .contains(ada.accountId().toString(), "io.handover.permission.PermissionGranted.v1")
                .doesNotContain("ada@example.org");
        assertThat(String.join("\n", log))
                .contains("event is put aside", "dead letter can't be applied")
                .doesNotContain("ada@example.org");
    }

    @Test
    void refusesOneThatWaitsBehindAnother() throws SQLException {
        say("fragile", "first");
        say("server", "second");
        awaitWaiting(1);
        UUID second = idOf("select letter_id from dead_letter where cause is null and record_key = ?");

        assertRefused(TestOperator.replay(second), 409, "dead-letter-waits");
        assertRefused(TestOperator.drop(second), 409, "dead-letter-waits");
        assertThat(letter()).containsEntry("waiting", 1);
    }

    @Test
    void dropsWhatNobodyHereHearsAnyMoreAndReplaysItNot() throws SQLException {
        say("fragile", "first");
        awaitWaiting(0);
        @Nullable Object id = letter().get("id");
        change("update dead_letter set consumer = 'notebook.gone' where record_key = ?");

        assertRefused(TestOperator.replay(id), 409, "dead-letter-consumer-gone");
        assertThat(TestOperator.drop(id).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0198c0de-0000-7000-8000-000000000000,404,dead-letter-not-found", "moon,400,dead-letter-id-invalid"})
    void refusesWhatIsNoDeadLetter(String id, int status, String problem) {
        assertRefused(TestOperator.replay(id), status, problem);
        assertRefused(TestOperator.drop(id), status, problem);
    }

    @Test
    void refusesTheSecondOfTwo() {
        say("fragile", "first");
        awaitWaiting(0);
        @Nullable Object id = letter().get("id");
        TestOperator.drop(id).then().statusCode(200);

        assertRefused(TestOperator.drop(id), 404, "dead-letter-not-found");
        assertRefused(TestOperator.replay(id), 404, "dead-letter-not-found");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", TestOperator.TOKEN, "Basic " + TestOperator.TOKEN})
    void refusesWhoIsNoOperator(String authorization) {
        var request = authorization == null ? given() : given().header("Authorization", authorization);

        assertRefused(request.get(TestOperator.letters("")), 401, "authentication-failed");
        assertRefused(request.post(TestOperator.letters("/moon/replay")), 401, "authentication-failed");
        assertRefused(request.delete(TestOperator.letters("/moon")), 401, "authentication-failed");
    }

    private static void assertRefused(Response answer, int status, String problem) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + problem);
    }

    private ProducerRecord<String, String> say(String type, String identifier) {
        return TOPIC.say(granted(ada, type, identifier));
    }

    private void mend() {
        as(ada).post("/v1/mending").then().statusCode(204);
    }

    private void awaitWaiting(int count) {
        await().untilAsserted(() -> assertThat(
                        TestOperator.await(topic(), ada.accountId().toString()))
                .containsEntry("waiting", count));
    }

    private Map<String, @Nullable Object> letter() {
        return TestOperator.find(topic(), ada.accountId().toString()).orElseThrow();
    }

    private void awaitNotes(String... texts) {
        await().untilAsserted(() -> assertThat(notes(ada)).containsExactly(texts));
    }

    private Response after(String topic, long version) {
        return as(ada).header("Handover-Account-Version", topic + "=" + version).get("/v1/notes");
    }

    private void change(String sql) throws SQLException {
        try (Connection database = database();
                var statement = database.prepareStatement(sql)) {
            statement.setString(1, ada.accountId().toString());
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private UUID idOf(String sql) throws SQLException {
        try (Connection database = database();
                var statement = database.prepareStatement(sql)) {
            statement.setString(1, ada.accountId().toString());
            var row = statement.executeQuery();
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private static Handler logInto(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.add(record.getMessage() + " " + Arrays.toString(record.getParameters()));
                for (Throwable cause = record.getThrown(); cause != null; cause = cause.getCause()) {
                    log.add(cause.toString());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static String topic() {
        return TOPIC.topic().name();
    }

    private static PermissionGranted granted(Caller caller, String type, String identifier) {
        return new PermissionGranted(
                caller.accountId(),
                UUID.randomUUID(),
                caller.userId(),
                "bob",
                type,
                identifier,
                false,
                caller.userId());
    }
}
