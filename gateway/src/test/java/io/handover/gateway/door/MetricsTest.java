package io.handover.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.TestUser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    private URL metrics;

    @Test
    void countsByApiHoweverManyPathsAreAskedFor() {
        TestUser ada = TestUser.anAccount();
        ada.request().get("/1.3/server/" + ada.userId()).then().statusCode(200);
        ada.request().get("/v1/servers/" + ada.userId()).then().statusCode(200);
        given().get("/" + ada.userId()).then().statusCode(404);

        assertThat(metrics())
                .contains("uri=\"/1.3\"", "uri=\"/v1\"")
                .doesNotContain(ada.userId().toString());
    }

    @Test
    void countsRefusalsByCode() {
        given().get("/1.3/server").then().statusCode(401);

        assertThat(metrics())
                .containsPattern("handover_refusals_total\\{code=\"AUTHENTICATION_FAILED\",[^}]*status=\"401\"");
    }

    private String metrics() {
        return given().get(metrics).then().statusCode(200).extract().asString();
    }
}
