package io.handover.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.TestUser;
import io.handover.gateway.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeadersTest {

    private static final String UUID_PATTERN = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private final TestUser ada = TestUser.anAccount();

    @Test
    void keepsAClientsRequestId() {
        Response answer = ada.request().header("X-Request-Id", "my.id_7-A").get("/1.3/zone");

        assertThat(answer.header("X-Request-Id")).isEqualTo("my.id_7-A");
        assertThat(answer.<String>path("headers.x-request-id")).isEqualTo("my.id_7-A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "<script>", "ä", "12345678901234567890123456789012345678901234567890123456789012345"})
    void replacesAMalformedRequestId(String id) {
        Response answer = ada.request().header("X-Request-Id", id).get("/1.3/zone");

        assertThat(answer.header("X-Request-Id")).matches(UUID_PATTERN);
        assertThat(answer.<String>path("headers.x-request-id")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void namesRefusedRequestsToo() {
        assertThat(given().get("/1.3/zone").header("X-Request-Id")).matches(UUID_PATTERN);
        assertThat(given().header("X-Request-Id", "r1").get("/v1/nothing").<String>path("instance"))
                .isEqualTo("urn:handover:request:r1");
    }

    @Test
    void tellsServicesWhereTheClientReallyIs() {
        Response answer = ada.request()
                .header("Handover-Client-Address", "6.6.6.6", "6.6.6.7")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example.org")
                .header("X-Real-IP", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .get("/1.3/zone");

        assertThat(answer.<String>path("headers.handover-client-address")).isEqualTo("127.0.0.1");
        assertThat(answer.asString()).doesNotContain("6.6.6").doesNotContain("evil");
    }

    @Test
    void stripsWhatOnlyTheGatewayMaySay() {
        Response answer = ada.request()
                .header("Handover-Account-Version", "a=1")
                .header("HANDOVER-Whatever", "x")
                .header("Cookie", "session=1")
                .header("X-Own", "kept")
                .get("/1.3/zone");

        Map<String, String> headers = answer.path("headers");
        assertThat(headers)
                .containsEntry("x-own", "kept")
                .doesNotContainKeys("handover-account-version", "handover-whatever", "cookie");
    }

    @Test
    void stripsHeadersThatAreForOneConnection() throws IOException {
        Wire.Answer answer = Wire.sendRaw("GET /1.3/zone HTTP/1.1\r\nHost: evil.example.org\r\nAuthorization: "
                + ada.bearer()
                + "\r\nConnection: close\r\nConnection: Keep-Alive, X-Mine\r\nX-Mine: hop\r\nKeep-Alive: hop\r\nTE: hop\r\n"
                + "Trailer: hop\r\nUpgrade: hop\r\nProxy-Authorization: hop\r\nProxy-Connection: hop\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("hop");
        assertThat(answer.body()).contains("\"host\":\"127.0.0.1:");
    }

    @Test
    void keepsItsOwnHeadersWhenAClientCallsThemItsConnections() throws IOException {
        Wire.Answer answer = Wire.sendRaw(
                "GET /1.3/zone HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + ada.bearer()
                        + "\r\nConnection: close\r\nConnection: Authorization, Handover-Client-Address, X-Request-Id, Host\r\n\r\n");

        assertThat(answer.body())
                .contains("\"authorization\":\"Bearer token-", "\"handover-client-address\":\"127.0.0.1\"")
                .contains("\"x-request-id\"");
    }

    @Test
    void tellsClientsNothingOfTheInside() {
        Response answer = ada.request().get("/1.3/zone");

        assertThat(answer.header("X-Own")).isEqualTo("kept");
        assertThat(answer.header("Handover-Internal")).isNull();
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("Keep-Alive")).isNull();
    }

    @Test
    void dressesEveryAnswerForBrowsers() {
        for (Response answer : new Response[] {ada.request().get("/1.3/zone"), given().get("/v1/nothing")}) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void leavesCachingToAServiceThatSpeaksOfIt() {
        assertThat(ada.request()
                        .queryParam("cache", "max-age=60")
                        .get("/1.3/zone")
                        .header("Cache-Control"))
                .isEqualTo("max-age=60");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8081/v1/accounts/x?y=1,/v1/accounts/x?y=1",
        "https://identity/v1/accounts/x,/v1/accounts/x",
        "/v1/accounts/x,/v1/accounts/x"
    })
    void leadsBackToItselfAndNotToAService(String location, String seen) {
        Response answer = given().queryParam("location", location).post("/v1/accounts");

        assertThat(answer.header("Location")).isEqualTo(seen);
    }

    @Test
    void takesHeadersUpToTheirLimit() {
        assertThat(withPadding(31_000).statusCode()).isEqualTo(200);
        Response tooLarge = withPadding(32 * 1024);
        assertThat(tooLarge.statusCode()).isEqualTo(431);
        assertThat(tooLarge.<String>path("error.error_code")).isEqualTo("REQUEST_INVALID");
    }

    private Response withPadding(int length) {
        return ada.request().header("X-Padding", "x".repeat(length)).get("/1.3/zone");
    }
}
