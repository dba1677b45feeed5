package io.handover.provisioning.tag;

import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of a request that PostgreSQL sacrifices to another one. */
@QuarkusTest
class ContentionTest {

    private final Caller ada = TestCallers.anAccount();

    @Test
    void asksToTryAgainAfterADeadlock() throws Exception {
        String server = deployed(ada, "web.example.org");
        as(ada).body("{\"tag\":{\"name\":\"dev\"}}").post("/1.3/tag").then().statusCode(200);
        String body = "{\"tag\":{\"name\":\"dev\",\"servers\":{\"server\":[\"" + server + "\"]}}}";

        Response answer;
        try (Connection other = TestDatabase.open()) {
            other.setAutoCommit(false);
            // It waits for longer than the service before it looks for a deadlock: the service's request is given up.
            run(other, "set deadlock_timeout = '1min'");
            run(other, "select 1 from server where server_id = '" + server + "' for update");
            var sent = CompletableFuture.supplyAsync(() -> as(ada).body(body).put("/1.3/tag/dev"));
            await().until(() -> !"0".equals(TestDatabase.first(WAITING)));
            run(other, "select 1 from tag where account_id = '" + ada.accountId() + "' for update");
            answer = sent.get();
            other.rollback();
        }

        refusedAs(answer, 503, "SERVICE_ERROR");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        as(ada).body(body).put("/1.3/tag/dev").then().statusCode(200);
    }

    private static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
