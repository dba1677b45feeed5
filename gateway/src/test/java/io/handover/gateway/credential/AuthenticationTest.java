package io.handover.gateway.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.gateway.TestUser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthenticationTest {

    private final TestUser ada = TestUser.anAccount();

    @Test
    void sendsAnAccessTokenOnInsteadOfTheCredential() {
        assertThat(ada.token()).isEqualTo("Bearer token-" + ada.name() + "-1");
    }

    @Test
    void takesApiTokens() {
        Response answer = given().header("Authorization", ada.bearer()).get("/1.3/zone");

        assertThat(answer.<String>path("headers.authorization")).isEqualTo("Bearer token-" + ada.name() + "-1");
    }

    @Test
    void takesTheSchemeInAnyCase() {
        given().header("Authorization", ada.bearer().replace("Bearer", "bEARER"))
                .get("/1.3/zone")
                .then()
                .statusCode(200);
    }

    @Test
    void asksForACredentialOnce() {
        ada.token();
        ada.token();

        assertThat(ada.request().get("/1.3/server").<String>path("service")).isEqualTo("provisioning");
        assertThat(ada.asked()).isEqualTo(1);
    }

    @Test
    void asksForEachCredentialOfAUser() {
        ada.token();
        given().header("Authorization", ada.bearer()).get("/1.3/zone").then().statusCode(200);

        assertThat(ada.asked()).isEqualTo(2);
    }

    @Test
    void asksOnceHoweverManyRequestsWait() {
        List<CompletableFuture<Integer>> requests = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> given().header("Authorization", ada.basic("held"))
                                .get("/1.3/zone")
                                .statusCode()))
                .limit(4)
                .toList();
        await().untilAsserted(() -> assertThat(ada.asked()).isEqualTo(1));
        ada.release();

        assertThat(requests).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(ada.asked()).isEqualTo(1);
    }

    @Test
    void asksOnceMoreWhenAConnectionEnds() {
        given().header("Authorization", ada.basic("lost once"))
                .get("/1.3/server")
                .then()
                .statusCode(200);

        Response lost = given().header("Authorization", TestUser.anAccount().basic("lost"))
                .get("/1.3/server");
        assertThat(lost.statusCode()).isEqualTo(503);
        assertThat(lost.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void asksAgainForATokenInItsLastMoments() {
        for (int count = 1; count <= 2; count++) {
            given().header("Authorization", ada.basic("short"))
                    .get("/1.3/zone")
                    .then()
                    .statusCode(200);
            assertThat(ada.asked()).isEqualTo(count);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/1.3/account,error.error_code,AUTHENTICATION_FAILED",
        "/1.3/account/tokens,type,https://developers.upcloud.com/1.3/errors#ERROR_UNAUTHORIZED",
        "/v1/deliveries,type,urn:handover:problem:authentication-failed"
    })
    void refusesAWrongCredentialAndNoneAlike(String path, String where, String code) {
        Response wrong = given().header("Authorization", ada.basic("wrong")).get(path);
        Response none = given().get(path);

        for (Response answer : List.of(wrong, none)) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"handover\", charset=\"UTF-8\"");
            assertThat(answer.<String>path(where)).isEqualTo(code);
        }
        String id = wrong.header("X-Request-Id");
        assertThat(wrong.asString().replace(id, ""))
                .isEqualTo(none.asString().replace(none.header("X-Request-Id"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ***", "Basic bm9jb2xvbg==", "Digest abc", "Bearer a b", "Negotiate abc", " "})
    void refusesAMalformedCredentialWithoutAsking(String authorization) {
        Response answer = given().header("Authorization", authorization).get("/1.3/zone");

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesTwoCredentials() {
        Response answer = given().header("Authorization", ada.bearer(), ada.basic("right"))
                .get("/1.3/zone");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(ada.asked()).isZero();
    }

    @Test
    void remembersNoRefusal() {
        for (int count = 1; count <= 2; count++) {
            given().header("Authorization", ada.basic("wrong"))
                    .get("/1.3/zone")
                    .then()
                    .statusCode(401);
            assertThat(ada.asked()).isEqualTo(count);
        }
        ada.token();
    }

    @Test
    void passesOnThatIdentityServiceHasHadEnoughGuesses() {
        Response answer =
                given().header("Authorization", ada.basic("throttled")).get("/1.3/zone");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.<String>path("error.error_code")).isEqualTo("TOO_MANY_REQUESTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "garbled", "nobody"})
    void refusesNobodyForGoodWhileIdentityServiceCannotSay(String password) {
        Response answer = given().header("Authorization", ada.basic(password)).get("/1.3/zone");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.asString()).doesNotContain("token");
    }

    @Test
    void forgetsAnAccountBeforeAChangeOfItsCredentialsIsAnswered() {
        TestUser bob = ada.member();
        bob.token();
        bob.revoke();
        assertThat(bob.token()).as("remembered").endsWith("-1");

        ada.request().delete("/1.3/account/sub/" + bob.name()).then().statusCode(200);

        assertThat(bob.request().get("/1.3/permission").statusCode()).isEqualTo(401);
    }

    @Test
    void forgetsAnAccountWhenTheAnswerToAChangeIsLost() {
        ada.token();

        ada.request().post("/1.3/account/sub?answer=hang-up").then().statusCode(502);

        assertThat(ada.token()).endsWith("-2");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/1.3/account",
        "POST,/1.3/account/sub?answer=status&status=409&type=application/json",
        "POST,/1.3/server"
    })
    void forgetsNothingWithoutAChangeOfCredentials(String method, String path) {
        ada.token();

        ada.request().request(method, path);

        assertThat(ada.token()).endsWith("-1");
    }

    @Test
    void doesNotForgetOthersForAChange() {
        TestUser eve = TestUser.anAccount();
        eve.token();

        ada.request().delete("/1.3/account/sub/x").then().statusCode(200);

        assertThat(eve.token()).endsWith("-1");
    }

    @Test
    void renewsATokenThatAServiceNoLongerTakesAndSendsTheRequestAgain() {
        ada.token();

        Response answer = ada.request().body("a body").post("/1.3/server?wants-token=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("headers.authorization")).endsWith("-2");
        assertThat(answer.<Integer>path("body_length")).isEqualTo(6);
        assertThat(ada.token()).endsWith("-2");
    }

    @Test
    void doesNotBlameTheClientForATokenThatAServiceNeverTakes() {
        Response answer = ada.request().get("/1.3/server?wants-token=9");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("WWW-Authenticate")).isNull();
        assertThat(ada.asked()).isEqualTo(2);
    }

    @Test
    void refusesACredentialThatIsNoLongerGoodWhenItsTokenIsRenewed() {
        ada.token();
        ada.revoke();

        assertThat(ada.request().get("/1.3/server?wants-token=2").statusCode()).isEqualTo(401);
    }
}
