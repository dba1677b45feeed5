package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static io.handover.test.notebook.Requests.database;
import static io.handover.test.notebook.Requests.say;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {

    private static final TestTopic<PermissionEvent> HEARD = new TestTopic<>(Topics.PERMISSION_PERMISSION);
    private static final String LOCK_OF_THE_ACTIVE_RELAY = "select pg_advisory_lock(x'4f7574626f78'::bigint)";

    /** After the labels, and before an exemplar if there is one. */
    private static final Pattern VALUE = Pattern.compile("^[^ {]+(?:\\{[^}]*})? (\\S+).*$");

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    private URI metrics;

    private final Caller ada = TestCallers.anAccount();

    @Test
    void countsRequestsByTheTemplateOfTheirPathAndInBuckets() {
        as(ada).post("/v1/tokens/for/" + ada.username()).then().statusCode(204);

        assertThat(metrics())
                .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/v1/tokens/for/\\{name}\"")
                .containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"204\"")
                .doesNotContain(ada.username());
    }

    @Test
    void countsRefusalsByCode() {
        as(ada).body("{\"count\":1,\"refused\":true}").post("/v1/tokens").then().statusCode(409);

        assertThat(metrics()).containsPattern("handover_refusals_total\\{code=\"TOLD_SO\",[^}]*status=\"409\"");
    }

    @Test
    void showsHowManyEventsWaitAndForHowLong() throws SQLException {
        try (Connection relay = database()) {
            relay.createStatement().execute(LOCK_OF_THE_ACTIVE_RELAY);
            say(ada, 3).then().statusCode(204);

            await().untilAsserted(() -> {
                assertThat(value("handover_outbox_events")).isGreaterThanOrEqualTo(3);
                assertThat(value("handover_outbox_oldest_seconds")).isPositive();
            });
        }
        await().untilAsserted(() -> assertThat(value("handover_outbox_events")).isZero());
    }

    @Test
    void countsDeadLettersByConsumer() {
        HEARD.say(granted("server"));
        await().untilAsserted(() -> assertThat(metrics()).contains("handover_events_dead_lettered_total{"));
        double before = deadLetters();

        HEARD.sayPoison(granted("server"));

        await().untilAsserted(() -> assertThat(deadLetters()).isGreaterThan(before));
    }

    @Test
    void showsHowManyEventsArePutAsideAndHowManyWaitBehindThem() {
        HEARD.sayPoison(granted("server"));
        HEARD.say(granted("server"));

        await().untilAsserted(() -> {
            assertThat(value("handover_dead_letters_parked")).isGreaterThanOrEqualTo(1);
            assertThat(value("handover_dead_letters_waiting")).isGreaterThanOrEqualTo(1);
            assertThat(value("handover_dead_letters_oldest_seconds")).isPositive();
        });
    }

    @Test
    void showsWhetherADependencyIsThere() {
        await().untilAsserted(() -> {
            assertThat(value("handover_dependency_up{dependency=\"database\"")).isEqualTo(1);
            assertThat(value("handover_dependency_up{dependency=\"nobody\"")).isZero();
        });
    }

    @Test
    void showsHowFarConsumersAreBehindAndLittleElseOfKafka() {
        // Micrometer looks once a minute for what Kafka's clients have new.
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(metrics()).contains("kafka_consumer_fetch_manager_records_lag{"));

        assertThat(metrics().lines().filter(line -> line.startsWith("# TYPE kafka_")))
                .hasSizeLessThanOrEqualTo(4);
    }

    private String metrics() {
        return given().get(metrics).then().statusCode(200).extract().asString();
    }

    private double deadLetters() {
        return value("handover_events_dead_lettered_total{consumer=\"notebook.note\"");
    }

    private double value(String start) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(VALUE.matcher(line).replaceFirst("$1")))
                .findFirst()
                .orElse(-1);
    }

    private PermissionGranted granted(String type) {
        return new PermissionGranted(
                ada.accountId(), UUID.randomUUID(), ada.userId(), "bob", type, "1", false, ada.userId());
    }
}
