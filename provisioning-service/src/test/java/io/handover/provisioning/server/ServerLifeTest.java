package io.handover.provisioning.server;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.requested;
import static io.handover.provisioning.TestServers.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServerLifeTest {

    private static final TestTopic<ServerEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_SERVER);
    private static final String HOST = "web.example.org";

    private final Caller ada = TestCallers.anAccount();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "junk",
                "{\"stop_server\":{\"stop_type\":\"soft\"}}",
                "{\"stop_server\":{\"stop_type\":\"hard\",\"timeout\":\"900\"}}",
                "{\"UUID\":\"x\"}"
            })
    void stopsHoweverItIsAsked(String body) {
        String id = deployed(ada, HOST);

        Response answer = as(ada).body(body).post(PATH + "/" + id + "/stop");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("server.state")).isEqualTo("started");
        awaitState(ada, id, "stopped");
        assertThat(sandbox().runs(id)).isFalse();
        TOPIC.hear(ServerStopped.class, event -> event.serverId().toString().equals(id));
    }

    @Test
    void startsAgain() {
        String id = stopped(ada, HOST);

        Response answer = as(ada).body("{\"server\":{}}").post(PATH + "/" + id + "/start");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<String>path("server.state")).isEqualTo("started");
        await().untilAsserted(() -> assertThat(sandbox().runs(id)).isTrue());
        TOPIC.hear(ServerStarted.class, event -> event.serverId().toString().equals(id));
    }

    @Test
    void restarts() {
        String id = deployed(ada, HOST);

        Response answer = as(ada).post(PATH + "/" + id + "/restart/");

        assertThat(answer.<String>path("server.state")).isEqualTo("started");
        await().untilAsserted(() -> assertThat(
                        sandbox().count(request -> request.is("POST", "/v1/machines/" + id + "/restart", "")))
                .isEqualTo(1));
        assertThat(details(ada, id).<String>path("server.state")).isEqualTo("started");
    }

    @Test
    void endsAsItWasToldLast() {
        String id = stopped(ada, HOST);

        as(ada).post(PATH + "/" + id + "/start").then().statusCode(200);
        as(ada).post(PATH + "/" + id + "/stop").then().statusCode(200);

        awaitState(ada, id, "stopped");
        await().untilAsserted(() -> assertThat(sandbox().runs(id)).isFalse());
        assertThat(TestDatabase.text("server", "power", "server_id", id)).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "REFUSED", mode = EnumSource.Mode.EXCLUDE)
    void stopsAfterAFailure(Fault fault) {
        String id = deployed(ada, HOST);
        sandbox().next(fault, 1, request -> request.is("POST", "/v1/machines/" + id, ""));

        as(ada).post(PATH + "/" + id + "/stop").then().statusCode(200);

        awaitState(ada, id, "stopped");
        assertThat(sandbox().runs(id)).isFalse();
    }

    @Test
    void isInErrorWhenItsMachineRefuses() {
        String id = deployed(ada, HOST);
        sandbox().next(Fault.REFUSED, 1, request -> request.is("POST", "/v1/machines/" + id, ""));

        as(ada).post(PATH + "/" + id + "/stop").then().statusCode(200);

        awaitState(ada, id, "error");
        as(ada).delete(PATH + "/" + id).then().statusCode(204);
        await().untilAsserted(() -> assertThat(sandbox().hasMachine(id)).isFalse());
    }

    @Test
    void refusesWhatItsStateDoesNotAllow() {
        sandbox().sleepy("asleep.example.org");
        String deploying = requested(ada, "asleep.example.org");
        String started = deployed(ada, HOST);
        String stopped = stopped(ada, HOST);

        for (String change : List.of("start", "stop", "restart")) {
            refusedAs(as(ada).post(PATH + "/" + deploying + "/" + change), 409, "SERVER_STATE_ILLEGAL");
        }
        refusedAs(as(ada).delete(PATH + "/" + deploying), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).post(PATH + "/" + started + "/start"), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).delete(PATH + "/" + started), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).post(PATH + "/" + stopped + "/stop"), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).post(PATH + "/" + stopped + "/restart"), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).delete(PATH + "/" + stopped + "?storages=maybe"), 400, "STORAGES_INVALID");
        sandbox().awake("asleep.example.org");
        awaitState(ada, deploying, "started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?storages=1", "?storages=1&backups=keep"})
    void goesWithItsDisks(String query) {
        String id = stopped(ada, HOST);
        String disk = diskOf(id);

        as(ada).delete(PATH + "/" + id + query).then().statusCode(204);

        refusedAs(details(ada, id), 404, "SERVER_NOT_FOUND");
        refusedAs(as(ada).get("/1.3/storage/" + disk), 404, "STORAGE_NOT_FOUND");
        await().untilAsserted(() ->
                assertThat(sandbox().hasMachine(id) || sandbox().hasDisk(disk)).isFalse());
        TOPIC.hear(ServerDeleted.class, event -> event.serverId().toString().equals(id));
        TOPIC.hear(StorageDeleted.class, event -> event.storageId().toString().equals(disk));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/?storages=0&backups=keep"})
    void leavesItsDisksBehind(String query) {
        String id = stopped(ada, HOST);
        String disk = diskOf(id);

        as(ada).delete(PATH + "/" + id + query).then().statusCode(204);

        await().untilAsserted(() -> assertThat(sandbox().hasMachine(id)).isFalse());
        assertThat(sandbox().hasDisk(disk)).isTrue();
        assertThat(as(ada).get("/1.3/storage/" + disk).<List<Object>>path("storage.servers.server"))
                .isEmpty();
    }

    @Test
    void goesThoughTheBackEndFailsAtFirst() {
        String id = stopped(ada, HOST);
        sandbox().next(Fault.BROKEN, 2, request -> request.is("DELETE", "/v1/machines/" + id, ""));

        as(ada).delete(PATH + "/" + id).then().statusCode(204);

        await().untilAsserted(() -> assertThat(sandbox().hasMachine(id)).isFalse());
    }

    private String diskOf(String server) {
        return details(ada, server).path("server.storage_devices.storage_device[0].storage");
    }
}
