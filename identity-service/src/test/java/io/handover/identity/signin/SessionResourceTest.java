package io.handover.identity.signin;

import static io.handover.identity.TestAccounts.PASSWORD;
import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.basic;
import static io.handover.identity.TestAccounts.member;
import static io.handover.identity.TestAccounts.open;
import static io.handover.identity.TestAccounts.session;
import static io.handover.identity.TestAccounts.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionResourceTest {

    private static final String HOME = "10.0.0.1";

    @Test
    void signsAnAccessTokenThatThePublishedKeysVerify() throws Exception {
        Caller ada = open();

        Response session = session(basic(ada.username(), PASSWORD), HOME);

        assertThat(session.statusCode()).as(session.asString()).isEqualTo(200);
        assertThat(session.header("Cache-Control")).isEqualTo("no-store");
        assertThat(session.<String>path("token_type")).isEqualTo("Bearer");
        assertThat(session.<Integer>path("expires_in")).isEqualTo(300);
        assertThat(session.asString()).doesNotContain("token_id");
        JwtClaims claims = verified(session.path("access_token"));
        assertThat(claims.getSubject()).isEqualTo(ada.userId().toString());
        assertThat(claims.getStringClaimValue("upn")).isEqualTo(ada.username());
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("main");
        assertThat(claims.getStringClaimValue("account"))
                .isEqualTo(ada.accountId().toString());
        assertThat(claims.getClaimValue("creates_tokens", Boolean.class)).isTrue();
    }

    @Test
    void tellsWhereItsKeysAre() {
        Response discovery = given().get("/.well-known/openid-configuration");

        assertThat(discovery.<String>path("jwks_uri")).endsWith("/jwks.json");
        Response keys = given().get("/jwks.json");
        assertThat(keys.<List<String>>path("keys.alg")).containsOnly("RS256");
        assertThat(keys.asString()).doesNotContain("\"d\"");
    }

    @Test
    void exchangesAnApiToken() throws Exception {
        Caller ada = open();
        Response token = as(ada).body("{\"name\":\"ci\",\"expires_in\":\"2m\"}").post("/1.3/account/tokens");

        Response session = session("Bearer " + token.path("token"), HOME);

        assertThat(session.statusCode()).as(session.asString()).isEqualTo(200);
        assertThat(session.<String>path("token_id")).isEqualTo(token.path("id"));
        assertThat(session.<Integer>path("expires_in")).isLessThanOrEqualTo(120);
        JwtClaims claims = verified(session.path("access_token"));
        assertThat(claims.getStringClaimValue("token")).isEqualTo(token.path("id"));
        assertThat(claims.getClaimValue("creates_tokens", Boolean.class)).isFalse();
        assertThat(as(ada).get("/1.3/account/tokens/" + token.path("id")).asString())
                .contains("last_used_at");
    }

    @Test
    void exchangesOneTokenForManyAtOnce() {
        Caller ada = open();
        String token = token(ada, "null");

        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(at -> session("Bearer " + token, "10.0.0." + at).statusCode())
                .toList();

        assertThat(answers).containsOnly(200);
    }

    @Test
    void refusesATokenForTheControlPanel() {
        Caller ada = open();
        String token = as(ada).body("{\"name\":\"panel\",\"expires_in\":\"1h\",\"gui\":true}")
                .post("/1.3/account/tokens")
                .path("token");

        refused(session("Bearer " + token, HOME));
    }

    @Test
    void refusesTheTokensOfAMemberThatMayNotComeAnyMore() {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        String token = token(bob, "[\"0.0.0.0/0\"]");

        change(ada, bob.username(), "{\"account\":{\"ip_filters\":{\"ip_filter\":[\"10.0.0.2\"]}}}");
        refused(session("Bearer " + token, HOME));
        assertThat(session("Bearer " + token, "10.0.0.2").statusCode()).isEqualTo(200);
        change(ada, bob.username(), "{\"account\":{\"allow_api\":\"no\"}}");
        refused(session("Bearer " + token, "10.0.0.2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic !",
                "Basic bm9jb2xvbg==",
                "Basic OnBhc3N3b3Jk",
                "Bearer x",
                "Bearer ucat_unknown",
                "Bearer",
                "Digest x",
                " "
            })
    void refusesWhatProvesNothing(String authorization) {
        refused(session(authorization, HOME));
    }

    @Test
    void refusesNoCredential() {
        refused(given().post("/v1/sessions"));
    }

    @Test
    void answersAlikeForAWrongPasswordAndAnUnknownUsername() {
        Caller ada = open();

        Response wrong = session(basic(ada.username(), "wrong"), HOME);
        Response unknown = session(basic(unique("eve"), "wrong"), HOME);

        refused(wrong);
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void refusesAMemberWithoutApiAccess() {
        Caller ada = open();
        String bob = addMember(ada);
        change(ada, bob, "{\"account\":{\"allow_api\":\"no\"}}");

        refused(session(basic(bob, PASSWORD), HOME));
    }

    @Test
    void refusesAMemberFromElsewhere() {
        Caller ada = open();
        String bob = addMember(ada);
        change(ada, bob, "{\"account\":{\"ip_filters\":{\"ip_filter\":[\"10.0.0.0/24\"]}}}");

        assertThat(session(basic(bob, PASSWORD), "10.0.0.255").statusCode()).isEqualTo(200);
        refused(session(basic(bob, PASSWORD), "10.0.1.0"));
        refused(given().header("Authorization", basic(bob, PASSWORD)).post("/v1/sessions"));
    }

    @Test
    void refusesATokenFromElsewhere() {
        Caller ada = open();

        refused(session("Bearer " + token(ada, "[]"), HOME));
        refused(session("Bearer " + token(ada, "[\"10.0.0.2\"]"), HOME));
        assertThat(session("Bearer " + token(ada, "[\"10.0.0.1\"]"), HOME).statusCode())
                .isEqualTo(200);
    }

    @Test
    void slowsDownGuessing() {
        Caller ada = open();
        for (int at = 0; at < 10; at++) {
            refused(session(basic(ada.username(), "guess" + at), HOME));
        }

        Response answer = session(basic(ada.username(), PASSWORD), HOME);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 300);
    }

    @Test
    void letsTheOwnerInFromElsewhereWhileSomebodyGuesses() {
        Caller ada = open();
        for (int at = 0; at < 11; at++) {
            session(basic(ada.username(), "guess" + at), "203.0.113.9");
        }

        assertThat(session(basic(ada.username(), PASSWORD), "203.0.113.9").statusCode())
                .isEqualTo(429);
        assertThat(session(basic(ada.username(), PASSWORD), HOME).statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheSameTextHoweverItsAccentsWereTyped() {
        Caller ada = open();
        as(ada).body("{\"account\":{\"password\":\"caf\u00e9 by the long sea\"}}")
                .put("/1.3/account/details/" + ada.username())
                .then()
                .statusCode(204);

        assertThat(session(basic(ada.username(), "cafe\u0301 by the long sea"), HOME)
                        .statusCode())
                .isEqualTo(200);
    }

    private static String token(Caller caller, String ranges) {
        return as(caller)
                .body("{\"name\":\"ci\",\"expires_in\":\"1h\",\"allowed_ip_ranges\":" + ranges + "}")
                .post("/1.3/account/tokens")
                .path("token");
    }

    private static void change(Caller main, String member, String body) {
        as(main).body(body).put("/1.3/account/sub/" + member).then().statusCode(204);
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:authentication-failed");
        assertThat(answer.<String>path("detail"))
                .isEqualTo("Authentication failed using the given username and password.");
    }

    private static JwtClaims verified(String token) throws JoseException, InvalidJwtException {
        var keys = new JsonWebKeySet(given().get("/jwks.json").asString());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedIssuer(ConfigProvider.getConfig().getValue("handover.identity.url", String.class))
                .setExpectedAudience("handover")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
