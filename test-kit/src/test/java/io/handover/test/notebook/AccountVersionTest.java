package io.handover.test.notebook;

import static io.handover.test.notebook.Requests.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.Topics;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccountVersionTest {

    private static final TestTopic<PermissionEvent> TOPIC = new TestTopic<>(Topics.PERMISSION_PERMISSION);
    private static final String HEADER = "Handover-Account-Version";

    private final Caller ada = TestCallers.anAccount();

    @Test
    void holdsARequestBackUntilItHasAppliedWhatTheGatewayHasSeen() {
        long before = TestTopic.versionOf(TOPIC.say(granted("first")));
        CompletableFuture<Response> request = CompletableFuture.supplyAsync(() -> notesAfter(before + 1));
        TOPIC.say(granted("second"));

        assertThat(request.join().asString()).isEqualTo("[\"first\",\"second\"]");
    }

    @Test
    void refusesRatherThanAnswerWithWhatIsOutOfDate() {
        long before = TestTopic.versionOf(TOPIC.say(granted("first")));

        Response answer = notesAfter(before + 1_000_000);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void waitsForNoOtherAccountsEvents() {
        long version = TestTopic.versionOf(TOPIC.say(granted("first")));

        assertThat(as(TestCallers.anAccount())
                        .header(HEADER, TOPIC.topic().name() + "=" + version)
                        .get("/v1/notes")
                        .statusCode())
                .as("eve has no such event")
                .isEqualTo(503);
        assertThat(notesAfter(version).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity.account.v1=999", "garbled", "permission.permission.v1=x", ""})
    void doesNotWaitForWhatItsAnswersDoNotDependOn(String header) {
        assertThat(as(ada).header(HEADER, header).get("/v1/notes").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhatARequestChanged() {
        assertThat(Requests.say(ada, 3).header(HEADER)).isEqualTo("identity.account.v1=3");
        assertThat(Requests.say(ada, 2).header(HEADER)).isEqualTo("identity.account.v1=5");
        assertThat(as(ada).get("/v1/notes").header(HEADER)).isNull();
    }

    @Test
    void tellsNothingOfARequestThatFailed() {
        Response refused = as(ada).body("{\"count\":3,\"refused\":true}").post("/v1/tokens");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.header(HEADER)).isNull();
    }

    @Test
    void tellsWhatTakesSomethingAway() {
        Requests.say(ada, 1);

        Response revoked = as(ada).post("/v1/tokens/revocation");

        assertThat(revoked.header(HEADER)).isEqualTo("identity.account.v1=2");
        assertThat(revoked.header("Handover-Account-Withdrawn")).isEqualTo("identity.account.v1=2");
        assertThat(Requests.say(ada, 1).header("Handover-Account-Withdrawn")).isNull();
    }

    @Test
    void letsNobodyInWhoseSessionBeganBeforeSomethingWasTakenAway() {
        Requests.say(ada, 1);
        as(ada).post("/v1/tokens/revocation");
        Requests.say(ada, 1);

        assertThat(notesInSessionOf(1).statusCode()).isEqualTo(401);
        assertThat(notesInSessionOf(2).statusCode()).isEqualTo(200);
        assertThat(notesInSessionOf(3).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhenAVersionIsInForce() {
        long before = TestTopic.versionOf(TOPIC.say(granted("first")));
        CompletableFuture<Response> asked = CompletableFuture.supplyAsync(() -> inForce(before + 1));
        TOPIC.say(granted("second"));

        assertThat(asked.join().statusCode()).isEqualTo(204);
        assertThat(Requests.notes(ada)).containsExactly("first", "second");
    }

    @Test
    void saysWhenAVersionIsNotInForce() {
        long version = TestTopic.versionOf(TOPIC.say(granted("first")));

        assertThat(inForce(version + 1_000_000).statusCode()).isEqualTo(503);
    }

    private Response inForce(long version) {
        return given().header(HEADER, TOPIC.topic().name() + "=" + version)
                .get("/internal/accounts/" + ada.accountId() + "/in-force");
    }

    private Response notesInSessionOf(long accountVersion) {
        return given().header("Authorization", TestCallers.bearer(ada, accountVersion))
                .get("/v1/notes");
    }

    private Response notesAfter(long version) {
        return as(ada).header(HEADER, TOPIC.topic().name() + "=" + version).get("/v1/notes");
    }

    private PermissionGranted granted(String identifier) {
        return new PermissionGranted(
                ada.accountId(), UUID.randomUUID(), ada.userId(), "bob", "server", identifier, false, ada.userId());
    }
}
