package io.handover.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UpstreamFailureTest {

    private final TestUser ada = TestUser.anAccount();

    @Test
    void saysWhenToComeBackWhileAServiceIsAway() {
        Response legacy = ada.request().body("{}").post("/1.3/absent");
        assertThat(legacy.statusCode()).isEqualTo(503);
        assertThat(legacy.header("Retry-After")).isEqualTo("1");
        assertThat(legacy.contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(legacy.<String>path("error.error_code")).isEqualTo("SERVICE_ERROR");

        Response own = ada.request().get("/v1/absent");
        assertThat(own.statusCode()).isEqualTo(503);
        assertThat(own.header("Retry-After")).isEqualTo("1");
        assertThat(own.contentType()).isEqualTo("application/problem+json");
        assertThat(own.<String>path("type")).isEqualTo("urn:handover:problem:service-error");
        assertThat(own.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void asksAgainForWhatOnlyReadsWhenAConnectionEnds() {
        Response answer = ada.request().get("/1.3/server?answer=hang-up-once&key=reads");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("method")).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void neverAsksAgainForAChange(String method) {
        Response answer = ada.request().request(method, "/1.3/server?answer=hang-up-once&key=" + method);

        assertThat(answer.statusCode()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void doesNotPromiseThatNothingHappenedWhenAnAnswerIsLost(String method) {
        Response answer = ada.request().request(method, "/1.3/server?answer=hang-up");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.header("Retry-After")).isNull();
        assertThat(answer.<String>path("error.error_message")).contains("Look before you try again");
    }

    @ParameterizedTest
    @CsvSource({
        "400,REQUEST_INVALID",
        "404,NOT_FOUND",
        "405,METHOD_NOT_ALLOWED",
        "418,REQUEST_INVALID",
        "500,SERVICE_ERROR",
        "501,METHOD_NOT_ALLOWED",
        "503,SERVICE_ERROR"
    })
    void translatesErrorsThatAreNoJson(int status, String code) {
        Response answer = answered("/1.3/server", status, "text/html");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
        assertThat(answer.asString()).doesNotContain("its");
        assertThat(answered("/v1/servers", status, "text/html").contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/problem+json", "application/json; charset=UTF-8"})
    void leavesAServicesOwnErrorsAlone(String type) {
        Response answer = answered("/1.3/server", 409, type);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo(type);
        assertThat(answer.asString()).isEqualTo("{\"its\":\"own\"}");
    }

    @Test
    void passesAnAnswerWithoutContentOn() {
        Response answer = answered("/1.3/server", 204, "application/json");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Content-Type")).isNull();
        assertThat(answer.header("Content-Length")).isNull();
        assertThat(answer.asString()).isEmpty();
    }

    private Response answered(String path, int status, String type) {
        return ada.request()
                .queryParam("answer", "status")
                .queryParam("status", status)
                .queryParam("type", type)
                .get(path);
    }
}
