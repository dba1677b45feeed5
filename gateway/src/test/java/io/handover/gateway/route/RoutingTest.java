package io.handover.gateway.route;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.Neighbours;
import io.handover.gateway.TestUser;
import io.handover.gateway.Wire;
import io.handover.test.infrastructure.KafkaOnly;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaOnly.class)
@QuarkusTestResource(Neighbours.class)
class RoutingTest {

    private final TestUser ada = TestUser.anAccount();

    @TestHTTPResource(value = "/health/ready", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    private URL readiness;

    @ParameterizedTest
    @CsvSource({
        "/1.3/account,identity",
        "/1.3/account/tokens/x,identity",
        "/v1/accounts,identity",
        "/1.3/permission/grant,permission",
        "/v1/permissions/explain,permission",
        "/1.3/server/x/tag/y,provisioning",
        "/1.3/storage,provisioning",
        "/1.3/tag,provisioning",
        "/1.3/zone,provisioning",
        "/1.3/plan,provisioning",
        "/1.3/price,provisioning",
        "/v1/servers/x/access,provisioning",
        "/1.3/audit-logs,notification",
        "/v1/audit-keys,notification",
        "/v1/deliveries,notification",
        "/v1/delivery-settings,notification"
    })
    void sendsARequestToTheOwnerOfItsPath(String path, String service) {
        assertThat(ada.request().get(path).<String>path("service")).isEqualTo(service);
    }

    @Test
    void keepsPathAndQueryAsTheyWereWritten() throws IOException {
        Wire.Answer answer = get("/1.3/server/a%20b/?label=x%3Dy&z");

        assertThat(answer.body()).contains("\"uri\":\"/1.3/server/a%20b/?label=x%3Dy&z\"");
    }

    @Test
    void routesTheAbsoluteFormByItsPath() throws IOException {
        assertThat(get("http://elsewhere/1.3/zone").body()).contains("\"uri\":\"/1.3/zone\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"})
    void leavesTheMethodToTheService(String method) throws IOException {
        Wire.Answer answer = Wire.send(method + " /1.3/zone HTTP/1.1", "Authorization: " + ada.bearer());

        assertThat(answer.body()).contains("\"method\":\"" + method + "\"");
    }

    @Test
    void answersHeadWithoutABody() throws IOException {
        Wire.Answer found = Wire.send("HEAD /1.3/zone HTTP/1.1", "Authorization: " + ada.bearer());
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.header("X-Own")).contains("kept");
        assertThat(found.body()).isEmpty();

        Wire.Answer refused = Wire.send("HEAD /1.3/zone HTTP/1.1");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE /1.3/zone HTTP/1.1", "CONNECT /1.3/zone HTTP/1.1", "TRACE /1.3/nothing HTTP/1.1"})
    void answersNoTraceAndNoConnect(String requestLine) throws IOException {
        Wire.Answer answer = Wire.send(requestLine);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).contains("METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPTIONS /1.3/zone | GET, HEAD, OPTIONS",
                "TRACE /1.3/zone | GET, HEAD, OPTIONS",
                "OPTIONS /1.3/server/x | DELETE, GET, HEAD, OPTIONS, PUT",
                "OPTIONS /1.3/server/labels | GET, HEAD, OPTIONS",
                "OPTIONS /1.3/server/x/tag/y | OPTIONS, POST",
                "TRACE /1.3/nothing | ''"
            })
    void saysWhichMethodsAPathHas(String methodAndTarget, String allowed) throws IOException {
        Wire.Answer answer = Wire.send(methodAndTarget + " HTTP/1.1", "Authorization: " + ada.bearer());

        assertThat(answer.header("Allow")).contains(allowed);
    }

    @Test
    void saysWhichMethodsAPathAnswersToWhoTriedAnother() {
        Response answer = ada.request().post("/1.3/zone?answer=status&status=405");

        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/1.3", "/1.3/nothing", "/1.3/accounts", "/1.3/ACCOUNT", "/1.3/accounttokens"})
    void knowsNoOtherPathOfTheLegacyApi(String path) {
        Response answer = ada.request().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(answer.asString())
                .isEqualTo("{\"error\":{\"error_code\":\"NOT_FOUND\",\"error_message\":\"There is nothing at " + path
                        + ".\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/nothing",
                "/v1/sessions",
                "/v1/sessions/",
                "/jwks.json",
                "/.well-known/openid-configuration",
                "/control/asked",
                "/q",
                "/q/health",
                "/q/health/ready",
                "/q/metrics"
            })
    void hidesWhatIsInside(String path) {
        for (var request : new io.restassured.specification.RequestSpecification[] {given(), ada.request()}) {
            Response answer = request.get(path);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:not-found");
            assertThat(answer.<String>path("instance"))
                    .isEqualTo("urn:handover:request:" + answer.header("X-Request-Id"));
        }
        assertThat(ada.request().post(path).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsProbesOnAPortOfTheirOwn() {
        assertThat(given().get(readiness).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1.3/../v1/sessions",
                "/1.3/account/%2e%2e/%2e%2e/%2e%2e/v1/sessions",
                "/1.3/account/..%2f..%2f..%2fv1%2fsessions",
                "/1.3//account",
                "/1.3/account;/../../v1/sessions",
                "/1.3/account%00",
                "/1.3/account/%c0%ae%c0%ae/x"
            })
    void refusesPathsThatCouldBeReadInTwoWays(String path) throws IOException {
        Wire.Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("REQUEST_INVALID").doesNotContain("\"service\"");
    }

    /** Most of them never come as far as the door: the HTTP server refuses them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS *",
                "GET zone",
                "CONNECT localhost:80",
                "GET //1.3/account",
                "GET /1.3/account/%zz",
                "GET /1.3/account\\..\\x"
            })
    void refusesWhatIsNoPathAtAll(String methodAndTarget) throws IOException {
        Wire.Answer answer = Wire.send(methodAndTarget + " HTTP/1.1", "Authorization: " + ada.bearer());

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("\"service\"");
    }

    @Test
    void refusesATargetThatIsTooLong() throws IOException {
        String longest = "/1.3/zone?" + "x".repeat(RequestTarget.MAX_LENGTH - 10);

        assertThat(get(longest).status()).isEqualTo(200);
        assertThat(get(longest + "x").status()).isEqualTo(414);
    }

    @Test
    void letsAnybodyOpenAnAccount() {
        Response answer = given().body("{}").post("/v1/accounts");

        assertThat(answer.<String>path("service")).isEqualTo("identity");
        assertThat(answer.<Integer>path("body_length")).isEqualTo(2);
        assertThat(answer.<String>path("headers.authorization")).isNull();
    }

    @Test
    void doesNotPassOnACredentialThatIsNotNeeded() {
        Response answer =
                given().header("Authorization", ada.basic("wrong")).body("{}").post("/v1/accounts");

        assertThat(answer.<String>path("headers.authorization")).isNull();
        assertThat(ada.asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/callbacks/sms?delivery=x%20y", "/v1/callbacks/email"})
    void letsProvidersComeBackWithWhatTheyProveThemselvesBy(String target) throws IOException {
        Wire.Answer answer = Wire.send(
                "POST " + target + " HTTP/1.1",
                "X-Twilio-Signature: signed",
                "X-Callback-Token: shown",
                "Content-Length: 0");

        assertThat(answer.body())
                .contains("\"service\":\"notification\"")
                .contains("\"uri\":\"" + target + "\"")
                .contains("\"x-twilio-signature\":\"signed\"")
                .contains("\"x-callback-token\":\"shown\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/callbacks", "/v1/callbacks/sms/x", "/v1/callbacks/fax"})
    void letsProvidersComeNowhereElse(String path) {
        assertThat(given().post(path).statusCode()).isEqualTo(401);
        assertThat(given().get("/v1/callbacks/sms").statusCode()).isEqualTo(401);
    }

    @Test
    void opensNothingBesideOpeningAnAccount() {
        assertThat(given().get("/v1/accounts").statusCode()).isEqualTo(401);
        assertThat(given().post("/v1/accounts/x").statusCode()).isEqualTo(401);
    }

    private Wire.Answer get(String target) throws IOException {
        return Wire.send("GET " + target + " HTTP/1.1", "Authorization: " + ada.bearer());
    }
}
