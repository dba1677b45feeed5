package io.handover.notification.delivery;

import static io.handover.notification.TestHandover.CREDENTIALS;
import static io.handover.notification.TestHandover.SERVERS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.DeliveryMethod;
import io.handover.notification.TestHandover;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliverySurveyTest {

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    private URI metrics;

    @Test
    void showsWhatIsOnItsWayAndCountsWhatBecomesOfIt() {
        double before = value("handover_delivery_moves_total{method=\"email\",state=\"delivered\"}");
        var handover = TestHandover.any().openAccount();
        CREDENTIALS.say(handover.generated(DeliveryMethod.EMAIL));
        await().untilAsserted(() -> {
            assertThat(value("handover_deliveries_live{state=\"awaiting\"}")).isPositive();
            assertThat(value("handover_deliveries_oldest_seconds{state=\"awaiting\"}"))
                    .isPositive();
            assertThat(value("handover_delivery_keys_live")).isPositive();
        });

        SERVERS.say(handover.deployed());
        handover.recordIn("delivered");

        assertThat(value("handover_delivery_moves_total{method=\"email\",state=\"delivered\"}"))
                .isGreaterThan(before);
    }

    @Test
    void showsTheKeysItOffersAndWhetherItsProvidersAreThere() {
        await().untilAsserted(() -> {
            assertThat(value("handover_deliveries_live{state=\"sending\"}")).isNotNegative();
            assertThat(value("handover_delivery_keys_offered")).isPositive();
            assertThat(value("handover_dependency_up{dependency=\"mail\"}")).isEqualTo(1);
            assertThat(value("handover_dependency_up{dependency=\"sms\"}")).isEqualTo(1);
        });
    }

    private double value(String series) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(series.length() + 1).split(" ", 2)[0]))
                .findFirst()
                .orElse(-1);
    }
}
