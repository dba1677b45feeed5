package io.handover.identity.account;

import static io.handover.identity.TestAccounts.PASSWORD;
import static io.handover.identity.TestAccounts.signUp;
import static io.handover.identity.TestAccounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.identity.AccountOpened;
import io.handover.test.infrastructure.Infrastructure;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class SignUpResourceTest {

    @Test
    void opensAnAccountAndSaysSo() {
        String username = unique("ada");

        Response answer = signUp(wish(username));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/1.3/account/details/" + username);
        assertThat(answer.<String>path("phone")).isEqualTo("+358.401234567");
        assertThat(answer.asString()).doesNotContain(PASSWORD);
        var topic = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
        var said = topic.hear(AccountOpened.class, event -> event.username().equals(username));
        assertThat(said.phone()).isEqualTo("+358401234567");
        assertThat(said.accountId()).hasToString(answer.path("id"));
        assertThat(topic.hearOrigin(said::equals).actor()).contains(username);
    }

    @Test
    void refusesAUsernameThatIsTakenHoweverItIsCapitalised() {
        String username = unique("ada");
        signUp(wish(username)).then().statusCode(201);

        Response answer = signUp(wish(username.toUpperCase(Locale.ROOT)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:account-exists");
    }

    @Test
    void namesEveryInvalidFieldAtOnce() {
        Response answer = signUp(Map.of("username", "abc", "password", "short", "email", "nowhere", "phone", "12"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:validation-error");
        assertThat(answer.<List<String>>path("errors.name"))
                .containsExactlyInAnyOrder("username", "password", "email", "phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "", "null", "{\"username\":7,\"password\":{}}"})
    void refusesABodyThatIsNoAccount(String body) {
        Response answer = signUp(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:request-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "username,abc,400",
        "username,ad a,400",
        "email,a@b,400",
        "email,a b@example.org,400",
        "phone,0401234567,400",
        "phone,+358401234567,201",
        "country,FIN,201",
        "country,FI,400",
        "timezone,Europe/Helsinki,201",
        "timezone,Moon/Crater,400",
        "language,fi,201",
        "language,FI,400",
        "currency,USD,201",
        "currency,XX,400",
        "country,'',201",
        "first_name,Ada Ågot,201"
    })
    void knowsWhatAFieldMayHold(String field, String value, int status) {
        Map<String, Object> wish = wish(unique("ada"));
        wish.put(field, value);

        assertThat(signUp(wish).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"3,400", "4,201", "64,201", "65,400"})
    void boundsTheLengthOfUsernames(int length, int status) {
        String username = (unique("") + "x".repeat(64)).substring(0, length);

        assertThat(signUp(wish(username)).statusCode()).isEqualTo(status);
    }

    private static Map<String, Object> wish(String username) {
        return new HashMap<>(Map.of(
                "username", username, "password", PASSWORD, "email", "ada@example.org", "phone", "+358.401234567"));
    }
}
