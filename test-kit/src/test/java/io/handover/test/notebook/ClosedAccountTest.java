package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static io.handover.test.notebook.Requests.database;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClosedAccountTest {

    private static final TestTopic<PermissionEvent> TOPIC = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private final Caller ada = TestCallers.anAccount();
    private final Caller eve = TestCallers.anAccount();

    @Test
    void hearsNothingMoreOfAClosedAccountButHowFarItHasCome() {
        as(ada).delete("/v1/account").then().statusCode(204);

        var late = TOPIC.say(granted(ada));
        TOPIC.say(granted(eve));

        await().untilAsserted(() -> assertThat(notes(eve)).containsExactly("first"));
        as(ada).header("Handover-Account-Version", "permission.permission.v1=" + TestTopic.versionOf(late))
                .get("/v1/notes")
                .then()
                .statusCode(200);
        assertThat(notes(ada)).isEmpty();
    }

    @Test
    void refusesWhatAClosedAccountAsksAndTakesWhatIsDoneByItself() {
        as(ada).delete("/v1/account").then().statusCode(204);
        as(ada).delete("/v1/account").then().statusCode(204);

        as(ada).body("{\"count\":1,\"refused\":false}")
                .post("/v1/tokens")
                .then()
                .statusCode(401);
        as(eve).body("{\"count\":1,\"refused\":false}")
                .post("/v1/tokens")
                .then()
                .statusCode(204);
        as(ada).post("/v1/tokens/later").then().statusCode(204);

        await().untilAsserted(() -> assertThat(said(ada)).isEqualTo(1));
    }

    /** The number tells: nothing else was said of it, and numbers of what was refused are not taken. */
    private static int said(Caller caller) throws SQLException {
        try (Connection database = database();
                var query = database.prepareStatement("select version from account_version where account_id = ?")) {
            query.setObject(1, caller.accountId());
            var row = query.executeQuery();
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static PermissionGranted granted(Caller caller) {
        return new PermissionGranted(
                caller.accountId(),
                UUID.randomUUID(),
                caller.userId(),
                "bob",
                "server",
                "first",
                false,
                caller.userId());
    }
}
