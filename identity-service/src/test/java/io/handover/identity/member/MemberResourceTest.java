package io.handover.identity.member;

import static io.handover.identity.TestAccounts.PASSWORD;
import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.basic;
import static io.handover.identity.TestAccounts.member;
import static io.handover.identity.TestAccounts.open;
import static io.handover.identity.TestAccounts.session;
import static io.handover.identity.TestAccounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.identity.Access;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.MemberAccessSet;
import io.handover.events.identity.MemberAdded;
import io.handover.events.identity.MemberChanged;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.identity.PasswordChanged;
import io.handover.events.identity.TokenRevoked;
import io.handover.events.permission.MemberAccessApplied;
import io.handover.events.permission.PermissionEvent;
import io.handover.kit.caller.Caller;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MemberResourceTest {

    private static final String PATH = "/1.3/account/sub";
    private static final TestTopic<AccountEvent> TOPIC = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
    private static final TestTopic<PermissionEvent> PERMISSIONS = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    @Test
    void addsAMemberWhoCanSignInAndSaysSo() {
        Caller ada = open();

        String bob = addMember(ada);

        assertThat(session(basic(bob, PASSWORD), "10.0.0.1").statusCode()).isEqualTo(200);
        var said = TOPIC.hear(MemberAdded.class, event -> event.username().equals(bob));
        assertThat(said.accountId()).isEqualTo(ada.accountId());
    }

    @Test
    void changesAMemberAndSaysSo() {
        Caller ada = open();
        Caller bob = member(addMember(ada));

        as(ada).body("{\"account\":{\"first_name\":\"Bob\",\"password\":\"another walk along the sea\"}}")
                .put(PATH + "/" + bob.username())
                .then()
                .statusCode(204);

        TOPIC.hear(MemberChanged.class, event -> event.memberId().equals(bob.userId()));
        TOPIC.hear(PasswordChanged.class, event -> event.userId().equals(bob.userId()));
        assertThat(session(basic(bob.username(), "another walk along the sea"), "10.0.0.1")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"language,LANGUAGE_MISSING", "timezone,TIMEZONE_MISSING", "phone,PHONE_MISSING", "email,EMAIL_MISSING"})
    void refusesAMemberOfWhomTooLittleIsKnown(String field, String code) {
        Map<String, String> known = new HashMap<>(Map.of(
                "username", unique("dave"),
                "email", "dave@example.org",
                "phone", "+358.401234567",
                "language", "en",
                "timezone", "UTC"));
        known.put(field, "");

        refusedAs(as(open()).body(Map.of("sub_account", known)).post(PATH), 400, code);
    }

    @Test
    void addsAMemberThatGetsItsPasswordLater() {
        Caller ada = open();
        String dave = unique("dave");
        Map<String, String> known = Map.of(
                "username", dave,
                "password", "",
                "email", "dave@example.org",
                "phone", "+358.401234567",
                "language", "en",
                "timezone", "UTC",
                "country", "",
                "currency", "");

        assertThat(as(ada).body(Map.of("sub_account", known)).post(PATH).statusCode())
                .isEqualTo(204);

        assertThat(session(basic(dave, PASSWORD), "10.0.0.1").statusCode()).isEqualTo(401);
        assertThat(session(basic(dave, ""), "10.0.0.1").statusCode()).isEqualTo(401);
        as(ada).body("{\"account\":{\"password\":\"" + PASSWORD + "\"}}")
                .put(PATH + "/" + dave)
                .then()
                .statusCode(204);
        assertThat(session(basic(dave, PASSWORD), "10.0.0.1").statusCode()).isEqualTo(200);
        assertThat(as(ada).get("/1.3/account/details/" + dave).<String>path("account.currency"))
                .isEqualTo("EUR");
    }

    @Test
    void replacesEachListThatIsSentAndKeepsTheOthers() {
        Caller ada = open();
        String bob = addMember(ada);
        String full = """
                {"account":{"first_name":"Bob","state":"","vat_number":"","roles":{"role":["billing","technical"]},
                 "ip_filters":{"ip_filter":["10.0.0.0/8","192.0.2.1-192.0.2.9","2001:db8::1"]},
                 "labels":[{"key":"dept","value":"it"}],"enable_3rd_party_services":"no"}}""";

        as(ada).body(full).put(PATH + "/" + bob).then().statusCode(204);
        as(ada).body("{\"account\":{\"roles\":{\"role\":[\"aux_billing\"]},\"ip_filters\":{\"ip_filter\":null}}}")
                .put(PATH + "/" + bob)
                .then()
                .statusCode(204);

        Response details = as(ada).get("/1.3/account/details/" + bob);
        assertThat(details.<List<String>>path("account.roles.role")).containsExactly("aux_billing");
        assertThat(details.<List<String>>path("account.ip_filters.ip_filter"))
                .containsExactly("10.0.0.0/8", "192.0.2.1-192.0.2.9", "2001:db8::1");
        assertThat(details.<List<String>>path("account.labels.value")).containsExactly("it");
        assertThat(details.<String>path("account.enable_3rd_party_services")).isEqualTo("no");
        as(ada).body("{\"account\":{\"ip_filters\":{\"ip_filter\":[]},\"labels\":[]}}")
                .put(PATH + "/" + bob)
                .then()
                .statusCode(204);
        Response cleared = as(ada).get("/1.3/account/details/" + bob);
        assertThat(cleared.<List<String>>path("account.ip_filters.ip_filter")).isEmpty();
        assertThat(cleared.<List<String>>path("account.labels")).isEmpty();
        assertThat(cleared.<String>path("account.first_name")).isEqualTo("Bob");
    }

    @Test
    void removesAMemberWithItsTokensAndSaysSo() {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        Response token = as(bob).body("{\"name\":\"ci\",\"expires_in\":\"1h\"}").post("/1.3/account/tokens");

        as(ada).delete(PATH + "/" + bob.username()).then().statusCode(204);

        assertThat(session("Bearer " + token.path("token"), "10.0.0.1").statusCode())
                .isEqualTo(401);
        assertThat(session(basic(bob.username(), PASSWORD), "10.0.0.1").statusCode())
                .isEqualTo(401);
        TOPIC.hear(TokenRevoked.class, event -> event.tokenId().toString().equals(token.path("id")));
        TOPIC.hear(MemberRemoved.class, event -> event.memberId().equals(bob.userId()));
    }

    @Test
    void answersWhenTheAccessIsInForce() {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        String body = """
                {"account":{"server_access":{"server":[{"uuid":"*","storage":"yes"}]},
                            "storage_access":{"storage":["*"]},
                            "tag_access":{"tag":[{"name":"Dev","storage":"no"}]}}}""";

        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> as(ada).body(body).put(PATH + "/" + bob.username()));
        var said = TOPIC.hear(MemberAccessSet.class, event -> event.memberId().equals(bob.userId()));
        var applied = PERMISSIONS.say(new MemberAccessApplied(ada.accountId(), bob.userId(), said.requestId()));

        assertThat(answer.join().statusCode()).isEqualTo(204);
        assertThat(answer.join().header("Handover-Account-Version"))
                .contains("permission.permission.v1=" + TestTopic.versionOf(applied));
        assertThat(said.servers()).containsExactly(new Access("*", true));
        assertThat(said.storages()).containsExactly(new Access("*", false));
        assertThat(said.networks()).isNull();
        assertThat(said.tags()).containsExactly(new Access("dev", false));
        assertThat(said.requestedBy()).isEqualTo(ada.userId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"server_access\":null}", "{\"server_access\":{\"server\":null}}"})
    void leavesTheAccessThatIsNotNamed(String account) {
        Caller ada = open();

        Response answer = as(ada).body("{\"account\":" + account + "}").put(PATH + "/" + addMember(ada));

        // Nobody carries a wish out here, so one that was said would be answered with 503.
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    @Test
    void addsAMemberWithItsAccess() {
        Caller ada = open();
        String bob = unique("bob");
        String body = """
                {"sub_account":{"username":"%s","password":"%s","email":"a@example.org","phone":"+358.401234567",
                 "language":"en","timezone":"UTC","server_access":{"server":[]},"network_access":{"network":["*"]},
                 "tag_access":{"tag":[{"name":"dev","storage":"yes"},{"name":"DEV","storage":"yes"}]}}}""".formatted(bob, PASSWORD);

        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> as(ada).body(body).post(PATH));
        var said = TOPIC.hear(MemberAccessSet.class, event -> event.accountId().equals(ada.accountId()));
        PERMISSIONS.say(new MemberAccessApplied(ada.accountId(), said.memberId(), said.requestId()));

        assertThat(answer.join().statusCode()).as(answer.join().asString()).isEqualTo(204);
        assertThat(said.servers()).isEmpty();
        assertThat(said.storages()).isNull();
        assertThat(said.networks()).containsExactly(new Access("*", false));
        assertThat(said.tags()).containsExactly(new Access("dev", true));
    }

    @Test
    void saysWhenTheAccessTakesTooLong() {
        Caller ada = open();
        String bob = addMember(ada);

        Response answer = as(ada).body("{\"account\":{\"server_access\":{\"server\":[]}}}")
                .put(PATH + "/" + bob);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                             | 400 | REQUEST_INVALID
            {"sub_account":null}                                           | 400 | REQUEST_INVALID
            {"sub_account":{"username":"dave1","colour":"red"}}            | 400 | UNKNOWN_ATTRIBUTE
            {"sub_account":{}}                                             | 400 | USERNAME_MISSING
            {"sub_account":{"username":"ab"}}                              | 400 | USERNAME_INVALID
            {"sub_account":{"username":"dave1"}}                           | 400 | EMAIL_MISSING
            {"sub_account":{"username":"dave1","email":"x"}}               | 400 | EMAIL_INVALID
            {"sub_account":{"username":"dave1","email":"d@example.org"}}   | 400 | PHONE_MISSING
            {"sub_account":{"type":"sub"}}                                 | 400 | UNKNOWN_ATTRIBUTE
            {"sub_account":{"campaigns":{"campaign":[]}}}                  | 400 | UNKNOWN_ATTRIBUTE
            {"sub_account":{"storage_access":{"storage":["moon"]}}}        | 400 | TARGET_IDENTIFIER_INVALID
            """)
    void refusesWhatIsNoMember(String body, int status, String code) {
        Response answer = as(open()).body(body).post(PATH);

        refusedAs(answer, status, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"account":{"allow_api":"maybe"}}                      | ALLOW_API_INVALID
            {"account":{"roles":{"role":["boss"]}}}                | ROLES_INVALID
            {"account":{"ip_filters":{"ip_filter":["nowhere"]}}}   | IP_FILTERS_INVALID
            {"account":{"allow_gui":"on"}}                         | ALLOW_GUI_INVALID
            {"account":{"enable_3rd_party_services":"maybe"}}      | ENABLE_3RD_PARTY_SERVICES_INVALID
            {"account":{"roles":{"role":[null]}}}                  | ROLES_INVALID
            {"account":{"ip_filters":{"ip_filter":["10.0.0.9-10.0.0.1"]}}} | IP_FILTERS_INVALID
            {"account":{"ip_filters":{"ip_filter":["10.0.0.1-::1"]}}}      | IP_FILTERS_INVALID
            {"account":{"labels":[{"key":"x"}]}}                   | INVALID_LABEL_KEY
            {"account":{"labels":[{"key":"_own"}]}}                | INVALID_LABEL_KEY
            {"account":{"labels":[null]}}                          | INVALID_LABEL_KEY
            {"account":{"labels":[{"key":"dept","value":"\\u0007"}]}} | INVALID_LABEL_VALUE
            {"account":{"labels":[{"key":"dept"},{"key":"dept"}]}} | DUPLICATE_LABEL_KEYS
            {"account":{"username":"another.name"}}                | USERNAME_INVALID
            {"account":{"timezone":"Moon/Crater"}}                 | TIMEZONE_INVALID
            {"account":{"password":"short"}}                       | PASSWORD_INVALID
            {"account":{"colour":"red"}}                           | UNKNOWN_ATTRIBUTE
            {"account":{"server_access":{"server":[null]}}}        | TARGET_IDENTIFIER_INVALID
            {"account":{"tag_access":{"tag":[{"name":"a b"}]}}}    | TARGET_IDENTIFIER_INVALID
            {"account":{"tag_access":{"tag":[{"name":"a-b"}]}}}    | TARGET_IDENTIFIER_INVALID
            {"account":{"storage_access":{"storage":["moon"]}}}    | TARGET_IDENTIFIER_INVALID
            {"account":{"network_access":{"network":[""]}}}        | TARGET_IDENTIFIER_INVALID
            {"account":{"server_access":{"server":[{}]}}}          | TARGET_IDENTIFIER_INVALID
            {"account":{"server_access":{"server":[{"uuid":"*","storage":"all"}]}}} | INVALID_OPTIONS
            {"account":{"tag_access":{"tag":[{"name":"dev","storage":"all"}]}}} | INVALID_OPTIONS
            {"account":{"server_access":[]}}                       | REQUEST_INVALID
            {"account":[]}                                         | REQUEST_INVALID
            """)
    void refusesWhatIsNoChange(String body, String code) {
        Caller ada = open();

        refusedAs(as(ada).body(body).put(PATH + "/" + addMember(ada)), 400, code);
    }

    @Test
    void refusesMembersAndUnknownNames() {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        String body = "{\"sub_account\":{\"username\":\"" + unique("eve") + "\"}}";

        refusedAs(as(bob).body(body).post(PATH), 403, "ACCOUNT_FORBIDDEN");
        refusedAs(as(bob).body("{\"account\":{}}").put(PATH + "/" + bob.username()), 403, "ACCOUNT_FORBIDDEN");
        refusedAs(as(bob).delete(PATH + "/" + bob.username()), 403, "ACCOUNT_FORBIDDEN");
        refusedAs(as(ada).body("{\"account\":{}}").put(PATH + "/nobody1"), 404, "USER_NOT_FOUND");
        refusedAs(as(ada).delete(PATH + "/nobody1"), 404, "USER_NOT_FOUND");
        refusedAs(as(ada).delete(PATH + "/" + ada.username()), 404, "USER_NOT_FOUND");
        refusedAs(as(open()).delete(PATH + "/" + bob.username()), 404, "USER_NOT_FOUND");
    }

    @Test
    void refusesATakenUsername() {
        String body = """
                {"sub_account":{"username":"%s","password":"%s","email":"a@example.org","phone":"+358401234567",
                 "language":"en","timezone":"UTC"}}""".formatted(open().username(), PASSWORD);

        refusedAs(as(open()).body(body).post(PATH), 409, "ACCOUNT_EXISTS");
    }

    private static void refusedAs(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }
}
