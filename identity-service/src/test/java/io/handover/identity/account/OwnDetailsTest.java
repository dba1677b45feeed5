package io.handover.identity.account;

import static io.handover.identity.TestAccounts.PASSWORD;
import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.basic;
import static io.handover.identity.TestAccounts.member;
import static io.handover.identity.TestAccounts.open;
import static io.handover.identity.TestAccounts.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.identity.AccountChanged;
import io.handover.kit.caller.Caller;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OwnDetailsTest {

    private static final String HOME = "10.0.0.1";

    @Test
    void letsAMemberSayWhoItIs() {
        Caller ada = open();
        Caller bob = member(addMember(ada));

        Response answer = change(bob, """
                {"account":{"username":"%s","first_name":"Bob","country":"FIN","currency":"SGD","language":"fi",
                 "timezone":"Europe/Helsinki","email":"bob2@example.org","phone":"+358.401234569","company":"",
                 "allow_api":"","roles":null}}""".formatted(bob.username()));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        Response details = as(ada).get("/1.3/account/details/" + bob.username());
        assertThat(details.<String>path("account.first_name")).isEqualTo("Bob");
        assertThat(details.<String>path("account.country")).isEqualTo("FIN");
        assertThat(details.<String>path("account.phone")).isEqualTo("+358.401234569");
        assertThat(details.<String>path("account.allow_api")).isEqualTo("yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"allow_api\":\"yes\"",
                "\"allow_gui\":\"yes\"",
                "\"enable_3rd_party_services\":\"no\"",
                "\"roles\":{\"role\":[\"billing\"]}",
                "\"ip_filters\":{\"ip_filter\":[]}",
                "\"labels\":[]",
                "\"server_access\":{\"server\":[]}",
                "\"storage_access\":{\"storage\":[\"*\"]}",
                "\"network_access\":{\"network\":[\"*\"]}",
                "\"tag_access\":{\"tag\":[{\"name\":\"dev\"}]}"
            })
    void refusesAMemberThatSetsItsOwnLimits(String field) {
        Caller ada = open();
        Caller bob = member(addMember(ada));

        Response answer = change(bob, "{\"account\":{\"first_name\":\"Bob\"," + field + "}}");

        refusedAs(answer, 403, "ACCOUNT_FORBIDDEN");
        assertThat(answer.<String>path("error.error_message")).startsWith(field.split("\"", -1)[1] + ": ");
        assertThat(as(ada).get("/1.3/account/details/" + bob.username()).<String>path("account.first_name"))
                .as("nothing half done")
                .isEmpty();
    }

    @Test
    void refusesAMainAccountThatSetsItsOwnAccess() {
        refusedAs(change(open(), "{\"account\":{\"server_access\":{\"server\":[]}}}"), 403, "ACCOUNT_FORBIDDEN");
    }

    @Test
    void letsAMainAccountLimitItselfToWhereItIs() {
        Caller ada = open();

        Response answer = change(
                ada,
                "{\"account\":{\"ip_filters\":{\"ip_filter\":[\"10.0.0.0/30\",\"2001:db8::/32\"]},"
                        + "\"roles\":{\"role\":[\"technical\",\"billing\",\"aux_billing\"]},\"allow_gui\":\"no\"}}");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        new TestTopic<>(Topics.IDENTITY_ACCOUNT)
                .hear(AccountChanged.class, event -> event.accountId().equals(ada.accountId()));
        Response details = as(ada).get("/1.3/account/details/" + ada.username());
        assertThat(details.<List<String>>path("account.roles.role")).hasSize(3);
        assertThat(details.<String>path("account.allow_gui")).isEqualTo("no");
        assertThat(session(basic(ada.username(), PASSWORD), "10.0.0.3").statusCode())
                .isEqualTo(200);
        assertThat(session(basic(ada.username(), PASSWORD), "10.0.0.4").statusCode())
                .isEqualTo(401);
        assertThat(session(basic(ada.username(), PASSWORD), "2001:db8::7").statusCode())
                .isEqualTo(200);
        assertThat(change(ada, "{\"account\":{\"ip_filters\":{\"ip_filter\":[]}}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(session(basic(ada.username(), PASSWORD), "10.0.0.4").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"account":{"allow_api":"no"}}                                     | ALLOW_API_INVALID
            {"account":{"allow_api":false}}                                    | ALLOW_API_INVALID
            {"account":{"ip_filters":{"ip_filter":["10.0.0.2-10.0.0.9"]}}}     | IP_FILTERS_INVALID
            {"account":{"ip_filters":{"ip_filter":["::/0"]}}}                  | IP_FILTERS_INVALID
            {"account":{"ip_filters":{"ip_filter":["10.0.0.1","nowhere"]}}}    | IP_FILTERS_INVALID
            {"account":{"username":"somebody.else"}}                           | USERNAME_INVALID
            {"account":{"colour":"red"}}                                       | UNKNOWN_ATTRIBUTE
            {"account":{"country":"FI"}}                                       | COUNTRY_INVALID
            {"account":{"country":"fin"}}                                      | COUNTRY_INVALID
            {"account":{"currency":"eur"}}                                     | CURRENCY_INVALID
            {"account":{"language":"EN"}}                                      | LANGUAGE_INVALID
            {"account":{"phone":"0401234567"}}                                 | PHONE_INVALID
            {"account":null}                                                   | REQUEST_INVALID
            {}                                                                 | REQUEST_INVALID
            """)
    void refusesWhatCouldNotBeTakenBackOrBreaksARule(String body, String code) {
        Caller ada = open();

        refusedAs(change(ada, body), 400, code);
        assertThat(session(basic(ada.username(), PASSWORD), HOME).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesToLimitItselfWhenNobodyKnowsWhereItIs() {
        Caller ada = open();

        refusedAs(
                as(ada).body("{\"account\":{\"ip_filters\":{\"ip_filter\":[\"0.0.0.0/0\",\"::/0\"]}}}")
                        .put("/1.3/account/details/" + ada.username()),
                400,
                "IP_FILTERS_INVALID");
    }

    @Test
    void refusesAPasswordFromATokenThatMayNotMakeTokens() {
        Caller ada = open();
        var byToken =
                new Caller(ada.accountId(), ada.userId(), ada.username(), true, Optional.of(UUID.randomUUID()), false);

        refusedAs(
                change(byToken, "{\"account\":{\"password\":\"another walk along the sea\"}}"),
                403,
                "ACCOUNT_FORBIDDEN");
        assertThat(session(basic(ada.username(), PASSWORD), HOME).statusCode()).isEqualTo(200);
    }

    private static Response change(Caller caller, String body) {
        return as(caller)
                .header("Handover-Client-Address", HOME)
                .body(body)
                .put("/1.3/account/details/" + caller.username());
    }

    private static void refusedAs(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("error.error_code")).isEqualTo(code);
    }
}
