package io.handover.identity.signin;

import static io.handover.identity.TestAccounts.PASSWORD;
import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.basic;
import static io.handover.identity.TestAccounts.member;
import static io.handover.identity.TestAccounts.open;
import static io.handover.identity.TestAccounts.session;
import static io.handover.identity.TestAccounts.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.SignInMethod;
import io.handover.events.identity.SignInRefused;
import io.handover.events.identity.SignedIn;
import io.handover.kit.caller.Caller;
import io.handover.kit.origin.Origin;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInRecorderTest {

    private static final String HOME = "10.0.0.1";
    private static final TestTopic<AccountEvent> TOPIC = new TestTopic<>(Topics.IDENTITY_ACCOUNT);

    @Test
    void saysWhoSignedInByPasswordAndFromWhere() {
        Caller ada = open();

        session(basic(ada.username(), PASSWORD), HOME).then().statusCode(200);

        var expected = new SignedIn(ada.accountId(), ada.userId(), ada.username(), SignInMethod.PASSWORD, null);
        TOPIC.hear(SignedIn.class, expected::equals);
        assertThat(TOPIC.hearOrigin(expected::equals)).isEqualTo(Origin.of(ada.username(), Optional.of(HOME)));
    }

    @Test
    void saysWhichTokenAMemberSignedInWith() {
        Caller bob = member(addMember(open()));
        Response token = token(bob, "\"expires_in\":\"1h\"");

        session("Bearer " + token.path("token"), HOME).then().statusCode(200);

        UUID id = UUID.fromString(token.path("id"));
        var expected = new SignedIn(bob.accountId(), bob.userId(), bob.username(), SignInMethod.TOKEN, id);
        TOPIC.hear(SignedIn.class, expected::equals);
        assertThat(TOPIC.hearOrigin(expected::equals))
                .isEqualTo(new Origin(Optional.of(bob.username()), Optional.of(id), Optional.of(HOME)));
    }

    @Test
    void saysWhyAMemberWasNotLetIn() {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        String token = token(bob, "\"expires_in\":\"1h\"").path("token");

        session(basic(bob.username(), "wrong"), HOME).then().statusCode(401);
        change(ada, bob, "{\"account\":{\"ip_filters\":{\"ip_filter\":[\"10.0.0.2\"]}}}");
        session(basic(bob.username(), PASSWORD), HOME).then().statusCode(401);
        session("Bearer " + token, HOME).then().statusCode(401);
        change(ada, bob, "{\"account\":{\"allow_api\":\"no\"}}");
        session(basic(bob.username(), PASSWORD), HOME).then().statusCode(401);

        refused(bob, SignInMethod.PASSWORD, "wrong_password");
        refused(bob, SignInMethod.PASSWORD, "address_not_allowed");
        refused(bob, SignInMethod.TOKEN, "address_not_allowed");
        refused(bob, SignInMethod.PASSWORD, "api_not_allowed");
    }

    @Test
    void saysWhyATokenWasNotTaken() {
        Caller ada = open();

        session("Bearer " + token(ada, "\"expires_in\":\"1h\",\"gui\":true").path("token"), HOME)
                .then()
                .statusCode(401);
        session(
                        "Bearer "
                                + token(ada, "\"expires_in\":\"1h\",\"allowed_ip_ranges\":[]")
                                        .path("token"),
                        HOME)
                .then()
                .statusCode(401);

        refused(ada, SignInMethod.TOKEN, "token_for_panel_only");
        refused(ada, SignInMethod.TOKEN, "address_not_allowed");
    }

    @Test
    void saysOnlyTheFirstOfAStormOfRefusals() {
        Caller ada = open();
        String elsewhere =
                token(ada, "\"expires_in\":\"1h\",\"allowed_ip_ranges\":[]").path("token");

        IntStream.range(0, 12)
                .forEach(at -> session("Bearer " + elsewhere, HOME).then().statusCode(401));
        await().untilAsserted(() -> assertThat(refusals(ada)).hasSize(10));
        session("Bearer " + elsewhere, HOME).then().statusCode(401);
        session(basic(ada.username(), PASSWORD), HOME).then().statusCode(200);

        TOPIC.hear(SignedIn.class, event -> event.userId().equals(ada.userId()));
        assertThat(refusals(ada)).hasSize(10);
    }

    @Test
    void saysNothingOfWhomNobodyKnows() {
        String eve = unique("eve");

        session(basic(eve, PASSWORD), HOME).then().statusCode(401);
        session("Bearer ucat_" + eve, HOME).then().statusCode(401);
        Caller ada = open();
        session(basic(ada.username(), "wrong"), HOME).then().statusCode(401);

        refused(ada, SignInMethod.PASSWORD, "wrong_password");
        assertThat(TOPIC.heard().toString()).doesNotContain(eve).doesNotContain(PASSWORD);
    }

    private static void refused(Caller caller, SignInMethod method, String reason) {
        var said = TOPIC.hear(
                SignInRefused.class,
                event -> ofUser(event, caller)
                        && event.method() == method
                        && event.reason().equals(reason));
        assertThat(said.username()).isEqualTo(caller.username());
        assertThat(said.tokenId() == null).isEqualTo(method == SignInMethod.PASSWORD);
        assertThat(TOPIC.hearOrigin(said::equals).clientAddress()).contains(HOME);
    }

    private static List<AccountEvent> refusals(Caller caller) {
        return TOPIC.heard().stream()
                .filter(event -> event instanceof SignInRefused && ofUser(event, caller))
                .toList();
    }

    private static boolean ofUser(AccountEvent event, Caller caller) {
        return event.subject().equals(caller.userId().toString());
    }

    private static Response token(Caller caller, String wishes) {
        return as(caller).body("{\"name\":\"ci\"," + wishes + "}").post("/1.3/account/tokens");
    }

    private static void change(Caller main, Caller member, String body) {
        as(main).body(body).put("/1.3/account/sub/" + member.username()).then().statusCode(204);
    }
}
