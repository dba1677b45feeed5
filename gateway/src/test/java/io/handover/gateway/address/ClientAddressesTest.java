package io.handover.gateway.address;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.TestUser;
import io.handover.gateway.limit.NarrowLimits;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Behind a proxy that is trusted, 127.0.0.1, and maybe behind more of them, in 10.255.0.0/16 and fd00::/8. */
@QuarkusTest
@TestProfile(NarrowLimits.class)
class ClientAddressesTest {

    private static final String PROXY = "127.0.0.1";

    private final TestUser ada = TestUser.anAccount();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            192.0.2.1                             | 192.0.2.1
            192.0.2.1:4711                        | 192.0.2.1
            6.6.6.6, 192.0.2.1                    | 192.0.2.1
            junk,,192.0.2.1                       | 192.0.2.1
            6.6.6.6, 192.0.2.1, 10.255.3.4        | 192.0.2.1
            192.0.2.1, 10.255.3.4, fd00::1        | 192.0.2.1
            10.255.0.2, 10.255.0.1                | 10.255.0.2
            192.0.2.1, 10.254.255.255             | 10.254.255.255
            192.0.2.1, junk, 10.255.0.1           | 10.255.0.1
            2001:DB8:0:0::1                       | 2001:db8::1
            [2001:db8::1]                         | 2001:db8::1
            [2001:db8::1]:443                     | 2001:db8::1
            ::ffff:192.0.2.1                      | 192.0.2.1
            junk                                  | 127.0.0.1
            192.0.2.1, unknown                    | 127.0.0.1
            192.0.2.256                           | 127.0.0.1
            192.0.2.01                            | 127.0.0.1
            192.0.2.0/24                          | 127.0.0.1
            ,                                     | 127.0.0.1
            """)
    void readsXForwardedForFromItsNearEnd(String header, String client) {
        assertThat(seen(ada.request().header("X-Forwarded-For", header))).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            for=192.0.2.1                                             | 192.0.2.1
            For="192.0.2.1:4711";Proto=https;by=10.255.0.1            | 192.0.2.1
            for=192.0.2.1:4711                                        | 192.0.2.1
            for="[2001:db8:cafe::17]:4711"                            | 2001:db8:cafe::17
            for=[2001:db8::1]                                         | 2001:db8::1
            proto=http ; for=192.0.2.1                                | 192.0.2.1
            for=6.6.6.6, for=192.0.2.1, for=10.255.0.1                | 192.0.2.1
            for="6.6.6.6, for=7.7.7.7", for=192.0.2.1                 | 192.0.2.1
            for="\\1\\92.0.2.1"                                       | 192.0.2.1
            for=192.0.2.1,                                            | 192.0.2.1
            for=6.6.6.6, proto=https                                  | 127.0.0.1
            for=6.6.6.6, for=unknown                                  | 127.0.0.1
            for=6.6.6.6, for=_hidden                                  | 127.0.0.1
            for=_hidden, for=10.255.0.1                               | 10.255.0.1
            for=                                                      | 127.0.0.1
            """)
    void readsForwardedFromItsNearEnd(String header, String client) {
        assertThat(seen(ada.request().header("Forwarded", header))).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            for="6.6.6.6, for=192.0.2.1
            192.0.2.1
            for 192.0.2.1
            for=a b, for=192.0.2.1
            """)
    void refusesAForwardedThatIsMalformed(String header) {
        Response answer = ada.request().header("Forwarded", header).get("/1.3/zone");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("error.error_code")).isEqualTo("REQUEST_INVALID");
        assertThat(answer.<String>path("error.error_message")).contains("Forwarded");
    }

    @Test
    void takesLinesOfOneHeaderForOneList() {
        assertThat(seen(ada.request().header("X-Forwarded-For", "6.6.6.6", "192.0.2.1, 10.255.0.1")))
                .isEqualTo("192.0.2.1");
        assertThat(seen(ada.request().header("Forwarded", "for=6.6.6.6", "for=192.0.2.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void believesTwoHeadersThatAgree() {
        assertThat(seen(ada.request()
                        .header("X-Forwarded-For", "192.0.2.1")
                        .header("Forwarded", "for=6.6.6.6, for=192.0.2.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void refusesTwoHeadersThatContradictEachOther() {
        Response answer = ada.request()
                .header("X-Forwarded-For", "192.0.2.1")
                .header("Forwarded", "for=10.0.0.1")
                .get("/1.3/zone");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("error.error_message"))
                .isEqualTo("Forwarded and X-Forwarded-For name different clients.");
        assertThat(ada.asked()).isZero();
    }

    @Test
    void takesTheProxyForTheClientWhenItNamesNone() {
        assertThat(seen(ada.request())).isEqualTo(PROXY);
    }

    @Test
    void asksIdentityServiceForEachAddressOfItsOwn() {
        seen(ada.request().header("X-Forwarded-For", "192.0.2.1"));
        seen(ada.request().header("X-Forwarded-For", "192.0.2.1"));
        seen(ada.request().header("X-Forwarded-For", "192.0.2.2"));

        assertThat(ada.asked()).isEqualTo(2);
    }

    @Test
    void tellsServicesNothingOfTheProxies() {
        Response answer =
                given().header("X-Forwarded-For", "192.0.2.1, 10.255.0.1").post("/v1/accounts");

        assertThat(answer.<String>path("headers.handover-client-address")).isEqualTo("192.0.2.1");
        assertThat(answer.asString()).doesNotContain("forwarded").doesNotContain("10.255.0.1");
    }

    private static String seen(RequestSpecification request) {
        Response answer = request.get("/1.3/zone");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.path("headers.handover-client-address");
    }
}
