package io.handover.sandbox.token;

import static io.handover.sandbox.TestMachines.aMachine;
import static io.handover.sandbox.TestMachines.anyId;
import static io.handover.sandbox.TestMachines.asked;
import static io.handover.sandbox.TestMachines.path;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer another-token-of-somebody",
                "a-token-for-the-tests",
                "Basic YTpi"
            })
    void refusesEverythingButTheToken(String authorization) {
        UUID id = anyId();

        Response answer = given().header("Authorization", authorization)
                .contentType("application/json")
                .body(aMachine())
                .put(path(id));

        refused(answer, 401, "authentication-failed");
        assertThat(asked().get(path(id)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/machines/junk", "/v1/nothing", "/"})
    void tellsNobodyWithoutTheTokenWhatThereIs(String path) {
        refused(given().get(path), 401, "authentication-failed");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404, not-found",
        "GET, /v1, 404, not-found",
        "GET, /v1/machines, 404, not-found",
        "GET, /v1/machines/junk, 404, not-found",
        "GET, /elsewhere, 404, not-found",
        "POST, /v1/machines/00000000-0000-4000-8000-000000000000/destroy, 404, not-found",
        "POST, /v1/machines/00000000-0000-4000-8000-000000000000, 405, method-not-allowed",
        "GET, /v1/machines/00000000-0000-4000-8000-000000000000/start, 405, method-not-allowed",
        "GET, /v1/disks/00000000-0000-4000-8000-000000000000, 405, method-not-allowed"
    })
    void refusesUnknownPathsAndMethodsInTheSameShape(String method, String path, int status, String slug) {
        refused(asked().request(method, path), status, slug);
    }

    @Test
    void refusesABodyOfAnotherKind() {
        refused(asked().contentType("text/plain").body("hello").put(path(anyId())), 415, "request-invalid");
    }

    @Test
    void tellsAnybodyWhetherItIsReady() {
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + slug);
        assertThat(answer.<String>path("detail")).isNotBlank();
    }
}
