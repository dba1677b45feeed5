package io.handover.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NeighbourhoodTest {

    @TestHTTPResource(value = "/health/", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    private URI health;

    @Test
    void namesTheServiceThatIsMissingAndStaysReady() {
        Map<String, String> services = given().get(health.resolve("well"))
                .then()
                .statusCode(503)
                .extract()
                .jsonPath()
                .getMap("checks.find { it.name == 'dependencies' }.data");

        assertThat(services)
                .containsEntry("identity", "up")
                .containsEntry("absent", "missing")
                .containsEntry("kafka", "up");
        await().untilAsserted(() ->
                assertThat(given().get(health.resolve("ready")).statusCode()).isEqualTo(200));
        assertThat(given().get(health.resolve("live")).statusCode()).isEqualTo(200);
    }
}
