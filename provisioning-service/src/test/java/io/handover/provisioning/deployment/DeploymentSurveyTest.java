package io.handover.provisioning.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.provisioning.FakeSandbox;
import io.handover.provisioning.TestDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeploymentSurveyTest {

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    private URI metrics;

    /** One that nobody works on: what else is deployed in a test ends sooner than a slow machine looks. */
    @Test
    void countsDeploymentsByStep() {
        double before = value("handover_deployments_live{step=\"UNDO\"}");
        String id = UUID.randomUUID().toString();
        TestDatabase.execute("""
                insert into deployment (server_id, account_id, hostname, cores, memory_mib, ssh_keys, step, give_up_at)
                values ('%s', '%s', 'measured.example.org', 1, 1024, '{}', 'UNDO', now() - interval '1 minute')""".formatted(id, id));

        await().untilAsserted(() -> {
            assertThat(value("handover_deployments_live{step=\"UNDO\"}")).isGreaterThan(before);
            assertThat(value("handover_deployments_oldest_seconds{step=\"UNDO\"}"))
                    .isGreaterThanOrEqualTo(60);
        });
        TestDatabase.execute("delete from deployment where server_id = '" + id + "'");
    }

    @Test
    void showsTheStockOfKeysAndTheWorkThatIsDue() {
        FakeSandbox.sandbox();

        await().untilAsserted(() -> {
            assertThat(value("handover_delivery_keys_stock")).isNotNegative();
            assertThat(value("handover_jobs_due")).isNotNegative();
            assertThat(value("handover_jobs_overdue_seconds")).isNotNegative();
            assertThat(value("handover_dependency_up{dependency=\"compute\"}")).isEqualTo(1);
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
