package io.handover.identity.signin;

import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.open;
import static io.handover.identity.TestAccounts.session;
import static io.handover.identity.TestAccounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with a token of another OpenID provider. */
@QuarkusTest
class OpenIdProviderTest {

    private static final String HOME = "10.0.0.1";
    private static final String ISSUER = "https://login.example.org";
    private static final long HOUR = 3600;

    private Caller ada;

    @BeforeEach
    void openAnAccount() {
        ada = open();
    }

    @Test
    void letsInTheAccountOfThatName() {
        Response session = signIn(claims(ISSUER, "handover", ada.username(), HOUR));

        assertThat(session.statusCode()).as(session.asString()).isEqualTo(200);
        assertThat(session.<String>path("user_id")).isEqualTo(ada.userId().toString());
        assertThat(session.<Integer>path("expires_in")).isEqualTo(300);
    }

    @Test
    void letsInTheMemberOfThatName() {
        Response session = signIn(claims(ISSUER, "handover", addMember(ada), HOUR));

        assertThat(session.statusCode()).as(session.asString()).isEqualTo(200);
        assertThat(session.<String>path("account_id")).isEqualTo(ada.accountId().toString());
    }

    @Test
    void lastsNoLongerThanTheTokenThatItIsFor() {
        Response session = signIn(claims(ISSUER, "handover", ada.username(), 120));

        assertThat(session.<Integer>path("expires_in")).isBetween(1, 120);
    }

    @Test
    void refusesAnotherIssuer() {
        refused(signIn(claims("https://elsewhere.example.org", "handover", ada.username(), HOUR)));
    }

    @Test
    void refusesATokenThatIsMeantForSomebodyElse() {
        refused(signIn(claims(ISSUER, "billing", ada.username(), HOUR)));
    }

    @Test
    void refusesATokenThatIsOver() {
        refused(signIn(claims(ISSUER, "handover", ada.username(), -HOUR)));
    }

    @Test
    void refusesATokenThatSomebodyElseSigned() {
        String token = TestCallers.sign(claims(ISSUER, "handover", ada.username(), HOUR));
        String otherClaims = TestCallers.sign(claims(ISSUER, "handover", "eve", HOUR));

        String forged =
                token.substring(0, token.lastIndexOf('.')) + otherClaims.substring(otherClaims.lastIndexOf('.'));

        refused(session("Bearer " + forged, HOME));
    }

    @Test
    void refusesANameThatNobodyHasHere() {
        refused(signIn(claims(ISSUER, "handover", unique("nobody"), HOUR)));
    }

    @Test
    void refusesATokenWithoutAName() {
        refused(signIn(Jwt.issuer(ISSUER)
                .audience("handover")
                .upn(ada.username())
                .expiresAt(Instant.now().plusSeconds(HOUR))));
    }

    @Test
    void refusesAMemberWithoutApiAccess() {
        String bob = addMember(ada);
        change(bob, "{\"account\":{\"allow_api\":\"no\"}}");

        refused(signIn(claims(ISSUER, "handover", bob, HOUR)));
    }

    @Test
    void refusesAMemberFromElsewhere() {
        String bob = addMember(ada);
        change(bob, "{\"account\":{\"ip_filters\":{\"ip_filter\":[\"10.0.1.0/24\"]}}}");

        refused(signIn(claims(ISSUER, "handover", bob, HOUR)));
    }

    @Test
    void refusesAnAccessTokenOfHandoversOwn() {
        refused(session(TestCallers.bearer(ada), HOME));
    }

    private void change(String username, String body) {
        as(ada).body(body).put("/1.3/account/sub/" + username).then().statusCode(204);
    }

    private static Response signIn(JwtClaimsBuilder claims) {
        return session("Bearer " + TestCallers.sign(claims), HOME);
    }

    private static JwtClaimsBuilder claims(String issuer, String audience, String username, long seconds) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject("f:1:" + username)
                .preferredUserName(username)
                .expiresAt(Instant.now().plusSeconds(seconds));
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
        assertThat(answer.asString()).doesNotContain("access_token");
    }
}
