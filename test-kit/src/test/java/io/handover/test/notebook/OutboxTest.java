package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static io.handover.test.notebook.Requests.database;
import static io.handover.test.notebook.Requests.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.TokenIssued;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.infrastructure.Infrastructure;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class OutboxTest {

    private static final TestTopic<AccountEvent> TOPIC = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
    private static final String LOCK_OF_THE_ACTIVE_RELAY = "select pg_advisory_lock(x'4f7574626f78'::bigint)";
    private static final String EVERY_OTHER_CONNECTION =
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = user";

    private final Caller ada = TestCallers.anAccount();

    @Test
    void publishesWhatWasCommitted() {
        assertThat(say(ada, 1).header("Handover-Account-Version")).isEqualTo("identity.account.v1=1");

        awaitHeard(ada, 1);
    }

    @Test
    void publishesNothingOfARequestThatFailed() {
        as(ada).body("{\"count\":3,\"refused\":true}").post("/v1/tokens").then().statusCode(409);
        assertThat(say(ada, 1).header("Handover-Account-Version"))
                .as("nor was a number taken")
                .isEqualTo("identity.account.v1=1");

        awaitHeard(ada, 1);
    }

    @Test
    void publishesAnAccountsEventsInTheirOrderAcrossBatches() {
        say(ada, 450).then().statusCode(204);

        awaitHeard(ada, 450);
    }

    @Test
    void keepsTheOrderOfEachAccountWhileManyAreSaid() {
        List<Caller> accounts = Stream.generate(TestCallers::anAccount).limit(4).toList();
        List<CompletableFuture<Void>> requests = accounts.stream()
                .map(account -> CompletableFuture.runAsync(() -> IntStream.rangeClosed(1, 5)
                        .forEach(round -> say(account, 4).then().statusCode(204))))
                .toList();
        requests.forEach(CompletableFuture::join);

        accounts.forEach(account -> await().untilAsserted(() -> assertThat(heard(account))
                .isEqualTo(IntStream.rangeClosed(1, 5)
                        .boxed()
                        .flatMap(round -> Stream.of(1L, 2L, 3L, 4L))
                        .toList())));
    }

    @Test
    void leavesAnAccountNothingToSayOnceItIsPublished() throws SQLException {
        say(ada, 2).then().statusCode(204);

        awaitHeard(ada, 2);
        await().untilAsserted(() -> assertThat(waiting(ada)).isZero());
    }

    /** The lock is what another process holds whose relay is active; its connection ends with it. */
    @Test
    void takesOverWhenTheActiveRelayDies() throws SQLException {
        try (Connection active = database()) {
            active.createStatement().execute(LOCK_OF_THE_ACTIVE_RELAY);
            say(ada, 1).then().statusCode(204);
            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(waiting(ada)).isEqualTo(1));
        }

        awaitHeard(ada, 1);
    }

    @Test
    void listensAgainAfterTheDatabaseClosedEveryConnection() throws SQLException {
        try (Connection database = database()) {
            database.createStatement().execute(EVERY_OTHER_CONNECTION);
        }
        await().until(() -> say(ada, 1).statusCode() == 204);

        awaitHeard(ada, 1);
    }

    private void awaitHeard(Caller account, int count) {
        await().untilAsserted(() -> assertThat(heard(account))
                .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList()));
    }

    private static List<Long> heard(Caller account) {
        return TOPIC.heard().stream()
                .filter(TokenIssued.class::isInstance)
                .map(TokenIssued.class::cast)
                .filter(issued -> issued.accountId().equals(account.accountId()))
                .map(issued -> issued.tokenId().getLeastSignificantBits())
                .toList();
    }

    private static int waiting(Caller account) throws SQLException {
        try (Connection database = database();
                var query = database.prepareStatement("select count(*) from outbox where account_id = ?")) {
            query.setObject(1, account.accountId());
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
