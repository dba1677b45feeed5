package io.handover.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.gateway.TestUser;
import io.handover.gateway.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(NarrowLimits.class)
class NarrowLimitsTest {

    private static final int BURST = 3;

    private final TestUser ada = TestUser.anAccount();
    private final String home = anAddress();

    @Test
    void limitsTheRequestsOfAUser() {
        for (int count = 1; count <= BURST; count++) {
            ada.request().get("/1.3/zone").then().statusCode(200);
        }

        assertTooOften(ada.request().header("X-Forwarded-For", home).get("/1.3/zone"));
        assertThat(ada.member().request().get("/1.3/zone").statusCode()).isEqualTo(200);
        assertThat(TestUser.anAccount().request().get("/1.3/zone").statusCode()).isEqualTo(200);
    }

    @Test
    void limitsRequestsWithoutACredentialFromAnAddress() {
        for (int count = 1; count <= BURST; count++) {
            from(home).post("/v1/accounts").then().statusCode(200);
        }

        Response refused = from(home).post("/v1/accounts");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("type")).isEqualTo("urn:handover:problem:too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3500, 3600);
        assertThat(from(anAddress()).post("/v1/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void limitsCallbacksFromAnAddressApartFromSignUps() {
        for (int count = 1; count <= BURST; count++) {
            from(home).post("/v1/accounts").then().statusCode(200);
            from(home).post("/v1/callbacks/sms").then().statusCode(200);
        }

        assertThat(from(home).post("/v1/callbacks/email").statusCode()).isEqualTo(429);
        assertThat(from(anAddress()).post("/v1/callbacks/email").statusCode()).isEqualTo(200);
    }

    @Test
    void limitsFailedSignInsFromAnAddress() {
        for (int count = 1; count <= BURST; count++) {
            signIn(home, TestUser.anAccount(), "wrong").then().statusCode(401);
        }

        assertTooOften(signIn(home, ada, "wrong"));
        assertTooOften(signIn(home, ada, "right"));
        assertThat(ada.asked()).isZero();
        assertThat(signIn(anAddress(), ada, "right").statusCode()).isEqualTo(200);
    }

    @Test
    void countsNoSignInThatSucceeded() {
        for (int count = 1; count <= 2 * BURST; count++) {
            signIn(home, TestUser.anAccount(), "right").then().statusCode(200);
        }
    }

    @Test
    void countsNoSignInThatIdentityServiceCouldNotCheck() {
        for (int count = 1; count <= 2 * BURST; count++) {
            signIn(home, ada, "broken").then().statusCode(503);
        }
    }

    @Test
    void letsThoseWhoAreSignedInGoOnWhileOthersGuess() {
        signIn(home, ada, "right").then().statusCode(200);
        for (int count = 1; count <= BURST; count++) {
            signIn(home, TestUser.anAccount(), "wrong").then().statusCode(401);
        }

        assertThat(signIn(home, ada, "right").statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotWaitForEverForAService() {
        Response answer = ada.request().post("/1.3/server?answer=silence");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.<String>path("error.error_message")).contains("Look before you try again");
    }

    @Test
    void doesNotWaitForEverForIdentityService() {
        Response answer = signIn(home, ada, "held");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        ada.release();
    }

    @Test
    void doesNotWaitForEverForABody() throws IOException {
        Wire.Answer answer =
                Wire.send("POST /1.3/server HTTP/1.1", "Authorization: " + ada.bearer(), "Content-Length: 10");

        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.body()).contains("The body did not arrive in time.");
    }

    private static void assertTooOften(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.<String>path("error.error_code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(3500, 3600);
    }

    private static Response signIn(String address, TestUser user, String password) {
        return from(address).header("Authorization", user.basic(password)).get("/1.3/zone");
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static String anAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255);
    }
}
