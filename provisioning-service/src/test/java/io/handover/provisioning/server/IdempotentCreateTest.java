package io.handover.provisioning.server;

import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.refusedAs;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox;
import io.handover.provisioning.TestDatabase;
import io.handover.provisioning.TestDeliveryKeys;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A create that a client sends again because it did not get the answer. */
@QuarkusTest
class IdempotentCreateTest {

    private static final int AT_ONCE = 4;

    private final Caller ada = TestCallers.anAccount();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void sandboxIsThere() {
        FakeSandbox.sandbox();
    }

    @Test
    void answersTheSameServerWithoutThePassword() {
        Response first = create(ada, key, body("web.example.org", 25));
        Response second = create(ada, key, body("web.example.org", 25));

        String password = first.path("server.password");
        assertThat(password).hasSize(20);
        assertThat(second.statusCode()).as(second.asString()).isEqualTo(202);
        assertThat(second.<String>path("server.uuid")).isEqualTo(first.path("server.uuid"));
        assertThat(second.asString()).doesNotContain(password).doesNotContain("\"password\"");
        assertThat(servers(ada)).hasSize(1);
    }

    @Test
    void saysWhenThePasswordWasShown() {
        create(ada, key, body("web.example.org", 25));
        Response second = create(ada, key, body("web.example.org", 25));

        assertThat(second.<String>path("server.password_delivery.method")).isEqualTo("none");
        assertThat(second.<String>path("server.password_delivery.state")).isEqualTo("shown");
        assertThat(Instant.parse(second.path("server.password_delivery.since"))).isBefore(Instant.now());
    }

    @Test
    void saysHowFarAMessageIs() {
        TestDeliveryKeys.anOfferedKey();
        String wish = body("web.example.org", "\"password_delivery\":\"email\"," + disk(25));

        create(ada, key, wish).then().statusCode(202);
        Response second = create(ada, key, wish);

        assertThat(second.<String>path("server.password_delivery.method")).isEqualTo("email");
        assertThat(second.<String>path("server.password_delivery.state")).isEqualTo("pending");
    }

    @Test
    void saysNothingOfAPasswordThatNeverWas() {
        String wish = body("web.example.org", "\"login_user\":{\"create_password\":\"no\"}," + disk(25));

        create(ada, key, wish).then().statusCode(202);
        Response second = create(ada, key, wish);

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.<Object>path("server.password_delivery")).isNull();
    }

    @Test
    void showsTheServerAsItIsByNow() {
        String id = create(ada, key, body("web.example.org", 25)).path("server.uuid");
        awaitState(ada, id, "started");

        assertThat(create(ada, key, body("web.example.org", 25)).<String>path("server.state"))
                .isEqualTo("started");
    }

    @Test
    void makesOneServerOfTheSameRequestSentAtOnce() {
        List<Response> answers = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> create(ada, key, body("web.example.org", 25))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202));
        assertThat(answers.stream().map(answer -> answer.<String>path("server.uuid")))
                .containsOnly(servers(ada).getFirst());
        assertThat(answers.stream().filter(answer -> answer.path("server.password") != null))
                .hasSize(1);
        assertThat(servers(ada)).hasSize(1);
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        create(ada, key, body("web.example.org", 25)).then().statusCode(202);

        refusedAs(create(ada, key, body("db.example.org", 25)), 409, "IDEMPOTENCY_KEY_REUSED");
        assertThat(servers(ada)).hasSize(1);
    }

    /** Spaces, the order of fields and fields that nobody knows make no other wish. */
    @Test
    void knowsTheSameBodyWrittenDifferently() {
        String id = create(ada, key, body("web.example.org", 25)).path("server.uuid");
        String same = body("web.example.org", 25).replace("{\"server\":{", "{ \"server\" : { \"colour\":\"red\", ");

        assertThat(create(ada, key, same).<String>path("server.uuid")).isEqualTo(id);
    }

    @Test
    void knowsAKeyInQuotes() {
        String id = create(ada, key, body("web.example.org", 25)).path("server.uuid");

        assertThat(create(ada, "\"" + key + "\"", body("web.example.org", 25)).<String>path("server.uuid"))
                .isEqualTo(id);
    }

    @Test
    void keepsTheKeysOfUsersApart() {
        Caller eve = TestCallers.anAccount();

        String adas = create(ada, key, body("web.example.org", 25)).path("server.uuid");
        String eves = create(eve, key, body("web.example.org", 25)).path("server.uuid");

        assertThat(adas).isNotEqualTo(eves);
    }

    @Test
    void makesAServerPerRequestWithoutAKey() {
        create(ada, key, body("web.example.org", 25));
        as(ada).body(body("web.example.org", 25)).post(PATH).then().statusCode(202);

        assertThat(servers(ada)).hasSize(2);
    }

    @Test
    void takesAKeyAgainThatMadeNothing() {
        refusedAs(create(ada, key, "{\"server\":{\"hostname\":\"web\"}}"), 400, "TITLE_MISSING");

        create(ada, key, body("web.example.org", 25)).then().statusCode(202);
    }

    @Test
    void makesNoSecondServerOnceTheFirstIsDeleted() {
        String id = create(ada, key, body("web.example.org", 25)).path("server.uuid");
        awaitState(ada, id, "started");
        as(ada).body("{\"stop_server\":{\"stop_type\":\"hard\"}}").post(PATH + "/" + id + "/stop");
        awaitState(ada, id, "stopped");
        as(ada).delete(PATH + "/" + id + "/?storages=1").then().statusCode(204);

        refusedAs(create(ada, key, body("web.example.org", 25)), 404, "SERVER_NOT_FOUND");
    }

    @Test
    void forgetsAKeyAfterADay() {
        String first = create(ada, key, body("web.example.org", 25)).path("server.uuid");
        TestDatabase.execute(
                "update idempotency_key set created_at = created_at - interval '24 hours' where server_id = '" + first
                        + "'");

        assertThat(create(ada, key, body("web.example.org", 25)).<String>path("server.uuid"))
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\"", "\"a"})
    void refusesWhatIsNoKey(String wrong) {
        Response answer = create(ada, wrong, body("web.example.org", 25));

        refusedAs(answer, 400, "IDEMPOTENCY_KEY_INVALID");
        assertThat(answer.<String>path("error.error_message")).startsWith("Idempotency-Key: ");
    }

    @Test
    void takesAKeyOf255CharactersAndNoLonger() {
        create(ada, "k".repeat(255), body("web.example.org", 25)).then().statusCode(202);
        refusedAs(create(ada, "k".repeat(256), body("web.example.org", 25)), 400, "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void keepsNeitherTheKeyNorTheBody() {
        create(ada, key, body("secret-name.example.org", "\"user_data\":\"s3cr3t-script\"," + body25()))
                .then()
                .statusCode(202);

        assertThat(TestDatabase.tablesWith(key)).isEmpty();
        assertThat(TestDatabase.tablesWith("s3cr3t-script")).doesNotContain("idempotency_key");
    }

    private static String body25() {
        return "\"password_delivery\":\"none\"," + disk(25);
    }

    private static Response create(Caller caller, String key, String body) {
        return as(caller).header("Idempotency-Key", key).body(body).post(PATH);
    }

    private static List<String> servers(Caller caller) {
        return as(caller).get(PATH).path("servers.server.uuid");
    }
}
