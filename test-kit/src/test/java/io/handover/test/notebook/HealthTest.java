package io.handover.test.notebook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionRevoked;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.operator.TestOperator;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private static final TestTopic<PermissionEvent> TOPIC = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private final Caller ada = TestCallers.anAccount();

    @TestHTTPResource(value = "/health/", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    private URI health;

    @Test
    void isLiveReadyAndStartedWithAllThatItNeeds() {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            assertThat(status("live")).isEqualTo(200);
            assertThat(status("ready")).isEqualTo(200);
            assertThat(status("started")).isEqualTo(200);
        });
        assertThat(dependencies())
                .containsEntry("database", "up")
                .containsEntry("kafka", "up")
                .containsEntry("identity", "up");
    }

    @Test
    void namesTheDependencyThatIsMissingAndStaysReady() {
        assertThat(ask("well").statusCode()).isEqualTo(503);
        assertThat(dependencies()).containsEntry("nobody", "missing");
        assertThat(status("ready")).isEqualTo(200);
        assertThat(status("live")).isEqualTo(200);
    }

    @Test
    void tellsWhatIsPutAsideAndStaysReady() {
        TOPIC.sayPoison(new PermissionRevoked(ada.accountId(), UUID.randomUUID(), ada.userId(), "bob", "server", "*"));
        TestOperator.await(TOPIC.topic().name(), ada.accountId().toString());

        assertThat(ask("well").jsonPath().getInt("checks.find { it.name == 'dead-letters' }.data.parked"))
                .isPositive();
        assertThat(ask("well").jsonPath().getString("checks.find { it.name == 'dead-letters' }.status"))
                .isEqualTo("DOWN");
        assertThat(status("ready")).isEqualTo(200);
        assertThat(status("live")).isEqualTo(200);
    }

    /** Nobody gets a connection while the database allows none; who has one loses it. */
    @Test
    void isNotReadyWithoutItsDatabaseAndIsAgainWithIt() throws SQLException {
        try (Connection neighbour = neighbouringDatabase()) {
            try {
                neighbour.createStatement().execute("alter database postgres allow_connections false");
                neighbour
                        .createStatement()
                        .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
                await().atMost(LONG_ENOUGH)
                        .untilAsserted(() -> assertThat(status("ready")).isEqualTo(503));
                assertThat(ask("ready").asString()).contains("PostgreSQL");
                assertThat(status("live")).isEqualTo(200);
            } finally {
                neighbour.createStatement().execute("alter database postgres allow_connections true");
            }
        }
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(status("ready")).isEqualTo(200));
    }

    private int status(String what) {
        return ask(what).statusCode();
    }

    private Response ask(String what) {
        return given().get(health.resolve(what));
    }

    private Map<String, String> dependencies() {
        return ask("well").jsonPath().getMap("checks.find { it.name == 'dependencies' }.data");
    }

    private static Connection neighbouringDatabase() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class).replaceAll("/postgres$", "/template1"),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
