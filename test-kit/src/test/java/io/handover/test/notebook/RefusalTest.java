package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusalTest {

    private final Caller ada = TestCallers.anAccount();

    @Test
    void answersItsStatusCodeAndMessageUnderTheRequestsId() {
        Response answer = as(ada).header("X-Request-Id", "r1")
                .body("{\"count\":1,\"refused\":true}")
                .post("/v1/tokens");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.asString()).isEqualTo("""
                {"type":"urn:handover:problem:told-so","title":"Conflict.","status":409,\
                "detail":"Told to refuse.","instance":"urn:handover:request:r1"}""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The body is missing.",
                "null|The body is missing.",
                "{|The body is not valid JSON.",
                "{\"count\":secret-17}|The body is not valid JSON.",
                "[]|The body has the wrong shape: a JSON object is wanted.",
                "\"secret-17\"|The body has the wrong shape: a JSON object is wanted.",
                "{\"count\":\"secret-17\"}|count: has the wrong type.",
                "{\"count\":{}}|count: has the wrong type."
            })
    void saysWhereABodyIsWrongWithoutQuotingIt(String body, String detail) {
        Response answer = as(ada).body(body).post("/v1/tokens");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:request-invalid");
        assertThat(answer.<String>path("detail")).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/nothing,404,not-found",
        "DELETE,/v1/tokens,405,method-not-allowed",
    })
    void answersUnknownPathsAndMethodsInTheSameShape(String method, String path, int status, String slug) {
        Response answer = as(ada).request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + slug);
    }

    @Test
    void refusesABodyThatIsNoJson() {
        Response answer = as(ada).contentType("text/plain").body("{}").post("/v1/tokens");

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void refusesAnAbsentBodyThatHasNoMediaTypeEither() {
        Response answer = given().header("Authorization", TestCallers.bearer(ada))
                .noContentType()
                .post("/v1/tokens");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("detail")).isEqualTo("The body is missing.");
    }

    @Test
    void speaksTheLegacyShapeOnLegacyPaths() {
        Response answer = as(ada).get("/1.3/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).isEqualTo("""
                {"error":{"error_code":"NOT_FOUND","error_message":"There is nothing at /1.3/nothing."}}""");
    }

    @Test
    void keepsTheReasonsOfOurOwnFaultsToTheLog() {
        Response answer = as(ada).get("/v1/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.asString()).contains("service-error").doesNotContain("secret-17", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/away", "/v1/away/57P03", "/v1/away/53300", "/v1/away/53100"})
    void asksToComeAgainWhenTheDatabaseIsAway(String path) {
        Response answer = as(ada).get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.asString()).contains("reach its database").doesNotContain("refused", "starting");
    }

    @Test
    void saysThatNobodyKnowsWhenTheDatabaseEndsInTheMiddle() {
        assertThat(as(ada).get("/v1/away/57P01").statusCode()).isEqualTo(500);
    }

    @Test
    void letsNobodyInWithoutAnAccessTokenOfIdentityService() {
        assertThat(given().get("/v1/notes").statusCode()).isEqualTo(401);
        assertThat(given().header("Authorization", "Bearer a.b.c")
                        .get("/v1/notes")
                        .statusCode())
                .isEqualTo(401);
    }
}
