package io.handover.identity.closing;

import static io.handover.identity.TestAccounts.PASSWORD;
import static io.handover.identity.TestAccounts.addMember;
import static io.handover.identity.TestAccounts.as;
import static io.handover.identity.TestAccounts.basic;
import static io.handover.identity.TestAccounts.member;
import static io.handover.identity.TestAccounts.open;
import static io.handover.identity.TestAccounts.session;
import static io.handover.identity.TestAccounts.signUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.handover.events.Topics;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.identity.TokenRevoked;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.kit.caller.Caller;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClosingResourceTest {

    private static final String PATH = "/v1/accounts/";
    private static final TestTopic<AccountEvent> TOPIC = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
    private static final TestTopic<ServerEvent> SERVERS = new TestTopic<>(Topics.PROVISIONING_SERVER);
    private static final TestTopic<PermissionEvent> PERMISSIONS = new TestTopic<>(Topics.PERMISSION_PERMISSION);

    private final UUID server = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Test
    void closesAnAccountWithItsMembersAndTokens() {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        String adasToken = token(ada);
        String bobsToken = token(bob);

        Response answer = as(ada).delete(PATH + ada.username());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        assertThat(answer.header("Handover-Account-Version")).contains("identity.account.v1=");
        for (String credential : List.of(
                basic(ada.username(), PASSWORD),
                basic(bob.username(), PASSWORD),
                "Bearer " + adasToken,
                "Bearer " + bobsToken)) {
            assertThat(session(credential, "10.0.0.1").statusCode()).isEqualTo(401);
        }
        TOPIC.hear(AccountClosed.class, event -> event.accountId().equals(ada.accountId()));
        assertThat(said(ada))
                .containsSubsequence(TokenRevoked.class, MemberRemoved.class, TokenRevoked.class, AccountClosed.class)
                .endsWith(AccountClosed.class);
        assertThat(TOPIC.hearOrigin(new AccountClosed(ada.accountId())::equals).actor())
                .contains(ada.username());
    }

    @Test
    void leavesNothingOfAnybody() throws SQLException {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        token(bob);
        PERMISSIONS.say(granted(ada, bob));

        as(ada).delete(PATH + ada.username()).then().statusCode(204);
        PERMISSIONS.say(granted(ada, bob));
        asAfter(SERVERS.say(requested(ada)), ada).get("/1.3/account").then().statusCode(200);

        await().untilAsserted(() -> assertThat(
                        List.of(ada.username(), bob.username(), bob.userId().toString()))
                .allSatisfy(trace -> assertThat(tablesWith(trace)).isEmpty()));
        assertThat(tablesWith(ada.accountId().toString()))
                .isSubsetOf("account_version", "closed_account", "outbox", "projection_version");
    }

    @Test
    void leavesTheNameToWhoeverComesNext() {
        Caller ada = open();
        as(ada).delete(PATH + ada.username()).then().statusCode(204);

        Response answer = signUp(Map.of(
                "username",
                ada.username(),
                "password",
                PASSWORD,
                "email",
                "eve@example.org",
                "phone",
                "+358.409999999"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.<String>path("id")).isNotEqualTo(ada.accountId().toString());
    }

    @Test
    void closesTheSameAccountOnce() {
        Caller ada = open();
        as(ada).delete(PATH + ada.username()).then().statusCode(204);

        refusedAs(as(ada).delete(PATH + ada.username()), 404, "user-not-found");
    }

    @Test
    void refusesEverybodyButTheMainAccountWithItsPassword() {
        Caller ada = open();
        Caller bob = member(addMember(ada));
        var byToken =
                new Caller(ada.accountId(), ada.userId(), ada.username(), true, Optional.of(UUID.randomUUID()), true);

        refusedAs(as(bob).delete(PATH + ada.username()), 403, "account-forbidden");
        refusedAs(as(bob).delete(PATH + bob.username()), 403, "account-forbidden");
        refusedAs(as(byToken).delete(PATH + ada.username()), 403, "account-forbidden");
        refusedAs(as(ada).delete(PATH + open().username()), 403, "account-forbidden");
        refusedAs(as(ada).delete(PATH + bob.username()), 403, "account-forbidden");
        assertThat(session(basic(ada.username(), PASSWORD), "10.0.0.1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAWishItDoesNotKnow() {
        Caller ada = open();

        refusedAs(as(ada).delete(PATH + ada.username() + "?resources=keep"), 400, "resources-invalid");
    }

    @Test
    void refusesWhileThereAreServersOrStoragesAndNamesThem() {
        Caller ada = open();
        UUID storage = UUID.randomUUID();
        var requested = SERVERS.say(requested(ada));
        SERVERS.say(new StorageCreated(ada.accountId(), storage, ada.userId()));
        var failed = SERVERS.say(new ServerDeploymentFailed(ada.accountId(), server, "no room"));

        Response answer = asAfter(failed, ada).delete(PATH + ada.username());

        refusedAs(answer, 409, "account-not-empty");
        assertThat(answer.<String>path("detail")).contains("server " + server, "storage " + storage);
        SERVERS.say(new ServerDeleted(ada.accountId(), server));
        SERVERS.sayAgain(requested);
        SERVERS.say(new ServerDeleted(ada.accountId(), UUID.randomUUID()));
        SERVERS.sayUnknown(new StorageDeleted(ada.accountId(), storage));
        SERVERS.sayPoison(new StorageDeleted(ada.accountId(), storage));
        var last = SERVERS.say(new StorageDeleted(ada.accountId(), storage));
        SERVERS.dropDeadLetter(ada.accountId());
        asAfter(last, ada).delete(PATH + ada.username()).then().statusCode(204);
    }

    @Test
    void namesTenOfManyAndSaysThatThereAreMore() {
        Caller ada = open();
        for (int storage = 0; storage < 10; storage++) {
            SERVERS.say(new StorageCreated(ada.accountId(), UUID.randomUUID(), ada.userId()));
        }
        var ten = SERVERS.say(new ServerDeleted(ada.accountId(), server));
        assertThat(asAfter(ten, ada).delete(PATH + ada.username()).<String>path("detail"))
                .doesNotContain(", more");

        var eleven = SERVERS.say(new StorageCreated(ada.accountId(), UUID.randomUUID(), ada.userId()));

        assertThat(asAfter(eleven, ada).delete(PATH + ada.username()).<String>path("detail"))
                .contains(", more.");
    }

    @Test
    void closesWithEverythingWhereThatIsWanted() {
        Caller ada = open();
        var requested = SERVERS.say(requested(ada));

        asAfter(requested, ada)
                .delete(PATH + ada.username() + "?resources=delete")
                .then()
                .statusCode(204);

        TOPIC.hear(AccountClosed.class, event -> event.accountId().equals(ada.accountId()));
    }

    private List<Class<?>> said(Caller ada) {
        return TOPIC.heard().stream()
                .filter(event -> event.key().equals(ada.accountId().toString()))
                .<Class<?>>map(AccountEvent::getClass)
                .toList();
    }

    private ServerRequested requested(Caller ada) {
        return new ServerRequested(ada.accountId(), server, ada.userId(), "web", "fi-hel1", "1xCPU-1GB");
    }

    private static PermissionGranted granted(Caller ada, Caller bob) {
        return new PermissionGranted(
                ada.accountId(), UUID.randomUUID(), bob.userId(), bob.username(), "server", "*", false, ada.userId());
    }

    private static String token(Caller caller) {
        return as(caller)
                .body("{\"name\":\"ci\",\"expires_in\":\"1h\"}")
                .post("/1.3/account/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static RequestSpecification asAfter(ProducerRecord<String, String> said, Caller caller) {
        return as(caller).header("Handover-Account-Version", said.topic() + "=" + TestTopic.versionOf(said));
    }

    private static void refusedAs(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + type);
    }

    private List<String> tablesWith(String text) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var connection = database.getConnection();
                var all = connection.createStatement();
                var names = all.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (names.next()) {
                String table = names.getString(1);
                try (var query = connection.prepareStatement(
                        "select from \"" + table + "\" r where position(? in r::text) > 0")) {
                    query.setString(1, text);
                    if (query.executeQuery().next()) {
                        tables.add(table);
                    }
                }
            }
        }
        return tables;
    }
}
