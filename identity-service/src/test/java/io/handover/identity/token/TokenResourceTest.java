package io.handover.identity.token;

import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.member;
import static io.handover.identity.TestAccounts.open;
import static io.handover.identity.TestAccounts.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.TokenIssued;
import io.handover.events.identity.TokenRevoked;
import io.handover.kit.caller.Caller;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenResourceTest {

    private static final String PATH = "/1.3/account/tokens";
    private static final TestTopic<AccountEvent> TOPIC = new TestTopic<>(Topics.IDENTITY_ACCOUNT);

    @Test
    void showsATokenOnceAndSaysItWasIssued() {
        Caller ada = open();

        Response made = issue(ada, "{\"name\":\"ci\",\"expires_in\":\"1h30m\",\"allowed_ip_ranges\":null}");

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.contentType()).isEqualTo("application/json;charset=UTF-8");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.<String>path("token")).matches("ucat_[0-9A-Za-z]{43}");
        assertThat(made.<String>path("id")).startsWith("0c");
        assertThat(made.<Boolean>path("can_create_tokens")).isFalse();
        assertThat(made.<List<String>>path("allowed_ip_ranges")).containsExactly("0.0.0.0/0", "::/0");
        Response shown = as(ada).get(PATH + "/" + made.path("id"));
        assertThat(shown.<String>path("name")).isEqualTo("ci");
        assertThat(shown.asString()).doesNotContain("\"token\"").doesNotContain("last_used_at");
        TOPIC.hear(TokenIssued.class, event -> event.tokenId().toString().equals(made.path("id")));
    }

    @Test
    void revokesATokenAtOnceAndSaysSo() {
        Caller ada = open();
        Response made = issue(ada, "{\"name\":\"ci\",\"expires_in\":\"1h\"}");

        as(ada).delete(PATH + "/" + made.path("id")).then().statusCode(204);

        assertThat(session("Bearer " + made.path("token"), "10.0.0.1").statusCode())
                .isEqualTo(401);
        assertThat(as(ada).get(PATH + "/" + made.path("id")).statusCode()).isEqualTo(404);
        TOPIC.hear(TokenRevoked.class, event -> event.tokenId().toString().equals(made.path("id")));
    }

    @Test
    void listsOwnTokensPageByPage() {
        Caller ada = open();
        for (int at = 0; at < 3; at++) {
            issue(ada, "{\"name\":\"t" + at + "\",\"expires_in\":\"1h\"}")
                    .then()
                    .statusCode(201);
        }

        assertThat(as(ada).get(PATH + "?limit=2&offset=1").<List<String>>path("name"))
                .containsExactly("t1", "t2");
        assertThat(as(ada).get(PATH + "/").<List<String>>path("name")).hasSize(3);
        assertThat(as(open()).get(PATH).<List<String>>path("name")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort=-name                       | t2,t1,t0
            sort=%2Bname                     | t0,t1,t2
            sort=+name                       | t0,t1,t2
            sort=name&gui=false              | t0,t2
            gui=true                         | t1
            gui=                             | t0,t1,t2
            sort=-gui&limit=1                |
            sort=-created_at&limit=1         | t2
            sort=expires_at,-name&offset=1   | t1,t0
            """)
    void sortsAndFilters(String query, @Nullable String names) {
        Caller ada = open();
        String end = Instant.now()
                .plus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        for (int at = 0; at < 3; at++) {
            issue(ada, "{\"name\":\"t" + at + "\",\"expires_at\":\"" + end + "\",\"gui\":" + (at == 1) + "}")
                    .then()
                    .statusCode(201);
        }

        Response answer = as(ada).urlEncodingEnabled(false).get(PATH + "?" + query);

        if (names == null) {
            refusedAs(answer, 400, "ERROR_BAD_REQUEST");
        } else {
            assertThat(answer.<List<String>>path("name")).containsExactly(names.split(",", -1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "offset=-1", "sort=secret_hash", "sort=,", "gui=maybe"})
    void refusesPagesThatDoNotExist(String query) {
        refusedAs(as(open()).get(PATH + "?" + query), 400, "ERROR_BAD_REQUEST");
    }

    @Test
    void givesTheLargestPage() {
        assertThat(as(open()).get(PATH + "?limit=100&offset=0").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"name\":\"ci\"}",
                "{\"name\":\"ci\",\"expires_in\":\"\",\"expires_at\":\"\"}",
                "{\"expires_in\":\"1h\"}",
                "{\"name\":\"\",\"expires_in\":\"1h\"}",
                "{\"name\":\"ci\",\"expires_in\":\"1h\",\"expires_at\":\"2030-01-01T00:00:00Z\"}",
                "{\"name\":\"ci\",\"expires_at\":\"2001-01-01T00:00:00Z\"}",
                "{\"name\":\"ci\",\"expires_at\":\"tomorrow\"}",
                "{\"name\":\"ci\",\"expires_in\":\"0s\"}",
                "{\"name\":\"ci\",\"expires_in\":\"8760h1s\"}",
                "{\"name\":\"ci\",\"expires_in\":\"1d\"}",
                "{\"name\":\"ci\",\"expires_in\":\"1h\",\"allowed_ip_ranges\":[\"nowhere\"]}",
                "{\"name\":\"ci\",\"expires_in\":\"1h\",\"allowed_ip_ranges\":[null]}",
                "{\"name\":\"ci\",\"expires_in\":\"1h\",\"allowed_ip_ranges\":[\"10.0.0.1\",\"10.0.0.1\"]}"
            })
    void refusesWhatIsNoToken(String body) {
        refusedAs(issue(open(), body), 400, "ERROR_BAD_REQUEST");
    }

    @Test
    void boundsTheNameAndTheLifetime() {
        Caller ada = open();

        assertThat(issue(ada, wish("x".repeat(1024), "8760h")).statusCode()).isEqualTo(201);
        assertThat(issue(ada, wish("x".repeat(1025), "1h")).statusCode()).isEqualTo(400);
    }

    @Test
    void boundsTheRanges() {
        Caller ada = open();

        assertThat(issue(ada, wishFrom(100)).<List<String>>path("allowed_ip_ranges"))
                .hasSize(100);
        refusedAs(issue(ada, wishFrom(101)), 400, "ERROR_BAD_REQUEST");
    }

    @Test
    void takesAnEmptyTextForAnAbsentOne() {
        assertThat(issue(open(), "{\"name\":\"ci\",\"expires_in\":\"1h\",\"expires_at\":\"\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void takesAnInstantWithNanosecondsAndAnOffset() {
        String end = Instant.now()
                .plus(2, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String body = "{\"name\":\"ci\",\"expires_at\":\"" + end.replace("Z", ".123456789+00:00") + "\"}";

        assertThat(issue(open(), body).statusCode()).isEqualTo(201);
    }

    @Test
    void inheritsTheIpFiltersOfItsOwner() {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        as(ada).body("{\"account\":{\"ip_filters\":{\"ip_filter\":[\"10.0.0.0/8\"]}}}")
                .put("/1.3/account/sub/" + bob.username())
                .then()
                .statusCode(204);

        Response made = issue(bob, wish("ci", "1h"));

        assertThat(made.<List<String>>path("allowed_ip_ranges")).containsExactly("10.0.0.0/8");
    }

    @Test
    void hidesTokensOfOthers() {
        Response made = issue(open(), wish("ci", "1h"));

        refusedAs(as(open()).get(PATH + "/" + made.path("id")), 404, "ERROR_NOT_FOUND");
        refusedAs(as(open()).delete(PATH + "/" + made.path("id")), 404, "ERROR_NOT_FOUND");
        refusedAs(as(open()).delete(PATH + "/junk"), 404, "ERROR_NOT_FOUND");
    }

    @Test
    void refusesATokenThatMayNotMakeTokens() {
        Caller ada = open();
        var byToken =
                new Caller(ada.accountId(), ada.userId(), ada.username(), true, Optional.of(UUID.randomUUID()), false);

        refusedAs(issue(byToken, wish("ci", "1h")), 403, "ERROR_FORBIDDEN");
    }

    private static void refusedAs(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("https://developers.upcloud.com/1.3/errors#" + code);
    }

    private static Response issue(Caller caller, String body) {
        return as(caller).body(body).post(PATH);
    }

    private static String wishFrom(int ranges) {
        String texts = IntStream.range(0, ranges)
                .mapToObj(at -> "\"10.0.0." + at + "\"")
                .collect(Collectors.joining(","));
        return "{\"name\":\"ci\",\"expires_in\":\"1h\",\"allowed_ip_ranges\":[" + texts + "]}";
    }

    private static String wish(String name, String lifetime) {
        return "{\"name\":\"" + name + "\",\"expires_in\":\"" + lifetime + "\"}";
    }
}
