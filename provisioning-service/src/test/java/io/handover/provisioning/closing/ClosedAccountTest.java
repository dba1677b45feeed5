package io.handover.provisioning.closing;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.request;
import static io.handover.provisioning.TestServers.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.AccountOpened;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.events.provisioning.TagDeleted;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClosedAccountTest {

    private static final TestTopic<AccountEvent> ACCOUNTS = new TestTopic<>(Topics.IDENTITY_ACCOUNT);
    private static final TestTopic<ServerEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_SERVER);

    private final Caller ada = TestCallers.anAccount();
    private final Caller eve = TestCallers.anAccount();

    @Test
    void deletesEverythingOfAClosedAccount() {
        String web = deployed(ada, "web.example.org");
        String disk = as(ada).get(PATH + "/" + web).path("server.storage_devices.storage_device[0].storage");
        String data = as(ada).body("""
                        {"storage":{"size":10,"title":"data","zone":"fi-hel1"}}""").post("/1.3/storage").path("storage.uuid");
        as(ada).body("{\"tag\":{\"name\":\"dev\",\"servers\":{\"server\":[\"" + web + "\"]}}}")
                .post("/1.3/tag")
                .then()
                .statusCode(200);
        as(ada).body("{\"server_group\":{\"title\":\"all\"}}").post("/1.3/server-group");
        String evesServer = deployed(eve, "web.example.org");

        close();

        await().untilAsserted(() -> assertThat(left()).isEmpty());
        await().untilAsserted(() -> assertThat(sandbox().hasMachine(web)).isFalse());
        await().untilAsserted(() -> assertThat(List.of(disk, data)).noneMatch(sandbox()::hasDisk));
        TOPIC.hear(ServerDeleted.class, event -> event.serverId().toString().equals(web));
        TOPIC.hear(StorageDeleted.class, event -> event.storageId().toString().equals(disk));
        TOPIC.hear(StorageDeleted.class, event -> event.storageId().toString().equals(data));
        TOPIC.hear(TagDeleted.class, event -> event.accountId().equals(ada.accountId()));
        assertThat(sandbox().hasMachine(evesServer)).isTrue();
        assertThat(as(eve).get(PATH).<List<String>>path("servers.server.uuid")).containsExactly(evesServer);
    }

    @Test
    void givesUpADeploymentThatIsUnderWay() {
        String hostname = "web-" + UUID.randomUUID().toString().substring(0, 8);
        sandbox().sleepy(hostname);
        String web = requested(ada, hostname);
        await().untilAsserted(() -> assertThat(sandbox().hasMachine(web)).isTrue());

        close();

        await().untilAsserted(() -> assertThat(left()).isEmpty());
        await().untilAsserted(() -> assertThat(sandbox().hasMachine(web)).isFalse());
        TOPIC.hear(
                ServerDeploymentFailed.class,
                event -> event.serverId().toString().equals(web));
        TOPIC.hear(ServerDeleted.class, event -> event.serverId().toString().equals(web));
    }

    @Test
    void refusesWhatAClosedAccountStillAsks() {
        var closed = ACCOUNTS.say(new AccountClosed(ada.accountId()));
        ACCOUNTS.sayAgain(closed);
        close();

        refusedAs(request(ada, body("web.example.org", 25)), 401, "AUTHENTICATION_FAILED");
        refusedAs(as(ada).body("""
                        {"storage":{"size":10,"title":"data","zone":"fi-hel1"}}""").post("/1.3/storage"), 401, "AUTHENTICATION_FAILED");
        refusedAs(as(ada).body("{\"tag\":{\"name\":\"dev\"}}").post("/1.3/tag"), 401, "AUTHENTICATION_FAILED");
        assertThat(left()).isEmpty();
    }

    @Test
    void passesOverWhatDoesNotMatterAndPutsAsideWhatIsPoisoned() {
        var opened = new AccountOpened(ada.accountId(), "ada", "ada@example.org", "+358401234567");
        ACCOUNTS.say(opened);
        ACCOUNTS.sayUnknown(opened);
        ACCOUNTS.sayPoison(opened);

        ACCOUNTS.hearDeadLetter(record -> ada.accountId().toString().equals(record.key()));
        requested(ada, "web.example.org");
    }

    /** And waits until it is closed here. */
    private void close() {
        ACCOUNTS.say(new AccountClosed(ada.accountId()));
        await().untilAsserted(() ->
                assertThat(TestDatabase.tablesWith(ada.accountId().toString())).contains("closed_account"));
    }

    /** The tables that still know the account, beside those that only count. */
    private List<String> left() {
        List<String> tables = TestDatabase.tablesWith(ada.accountId().toString());
        tables.removeAll(List.of("account_version", "closed_account", "outbox", "projection_version"));
        return tables;
    }
}
