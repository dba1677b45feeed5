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
import org.junit.jupiter.params.provider.CsvSource;
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
    void forcesAGuestThatWouldNotStop() {
        sandbox().deaf("deaf.example.org");
        String id = deployed(ada, "deaf.example.org");
        as(ada).body("{\"stop_server\":{\"stop_type\":\"soft\",\"timeout\":\"600\"}}")
                .post(PATH + "/" + id + "/stop")
                .then()
                .statusCode(200);
        await().untilAsserted(() -> assertThat(asked(id, "stop", "\"timeoutSeconds\":600,\"destroyOnTimeout\":true"))
                .isPositive());

        as(ada).body("{\"stop_server\":{\"stop_type\":\"hard\"}}")
                .post(PATH + "/" + id + "/stop")
                .then()
                .statusCode(200);

        awaitState(ada, id, "stopped");
        assertThat(sandbox().runs(id)).isFalse();
    }

    @Test
    void isStartedAgainWhenItsGuestWouldNotStop() {
        sandbox().deaf("deaf.example.org");
        String id = deployed(ada, "deaf.example.org");

        as(ada).post(PATH + "/" + id + "/stop").then().statusCode(200);
        refusedAs(as(ada).post(PATH + "/" + id + "/restart"), 409, "SERVER_STATE_ILLEGAL");

        await().untilAsserted(() -> assertThat(TestDatabase.text("server", "power", "server_id", id))
                .isNull());
        assertThat(details(ada, id).<String>path("server.state")).isEqualTo("started");
        assertThat(sandbox().runs(id)).isTrue();
        as(ada).post(PATH + "/" + id + "/restart").then().statusCode(200);
    }

    @Test
    void isStoppedThoughWhoToldItsMachineDied() {
        String id = deployed(ada, HOST);
        TestDatabase.execute("update server set power = 'STOP', stop_type = 'HARD', destroy_on_timeout = false,"
                + " power_asked_at = now() where server_id = '" + id + "'");
        TestDatabase.execute("insert into job (job_id, kind, subject_id, attempts, lease_until)"
                + " values (gen_random_uuid(), 'power-machine', '" + id + "', 1, now() + interval '500 ms')");

        awaitState(ada, id, "stopped");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            stop    | {"stop_server":{"stop_type":"gently"}}                | 400 | STOP_TYPE_INVALID
            stop    | {"stop_server":{"timeout":"soon"}}                    | 400 | TIMEOUT_INVALID
            restart | {"restart_server":{"timeout_action":"explode"}}       | 400 | TIMEOUT_ACTION_INVALID
            restart | {"restart_server":{"timeout_action":"destroy"}}       | 400 | TIMEOUT_MISSING
            restart | {"restart_server":{"host":7}}                         | 404 | HOST_NOT_FOUND
            start   | {"server":{"start_type":"later"}}                     | 400 | START_TYPE_INVALID
            start   | {"server":{"host":"moon"}}                            | 400 | HOST_INVALID
            start   | {"server":{"host":5889081987}}                        | 403 | HOST_FORBIDDEN
            start   | {"server":{"avoid_host":5872304771}}                  | 409 | SERVER_RESOURCES_UNAVAILABLE
            """)
    void refusesToBeTold(String what, String body, int status, String code) {
        refusedAs(as(ada).body(body).post(PATH + "/" + requested(ada, HOST) + "/" + what), status, code);
    }

    @Test
    void startsInMaintenanceWhenItNeedNotBeAtOnce() {
        String id = stopped(ada, HOST);

        Response answer = as(ada).body("{\"server\":{\"start_type\":\"async\",\"host\":5872304771}}")
                .post(PATH + "/" + id + "/start");

        assertThat(answer.<String>path("server.state")).as(answer.asString()).isEqualTo("maintenance");
        awaitState(ada, id, "started");
    }

    @Test
    void isCancelledWhileItIsDeployed() {
        sandbox().sleepy("cancelled.example.org");
        String id = requested(ada, "cancelled.example.org");

        assertThat(as(ada).post(PATH + "/" + id + "/cancel").statusCode()).isEqualTo(204);

        awaitState(ada, id, "error");
        await().untilAsserted(() -> assertThat(sandbox().hasMachine(id)).isFalse());
        refusedAs(as(ada).post(PATH + "/" + id + "/cancel"), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).post(PATH + "/" + deployed(ada, HOST) + "/cancel"), 409, "SERVER_STATE_ILLEGAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void movesWithItsDisksWhileItIsStopped(String method) {
        String id = stopped(ada, HOST);

        Response answer = "PUT".equals(method)
                ? as(ada).body("{\"server\":{\"zone\":\"fi-tst1\"}}").put(PATH + "/" + id)
                : as(ada).body("{\"zone\":\"fi-tst1\"}").post(PATH + "/" + id + "/relocate");

        assertThat(answer.<String>path("server.zone")).as(answer.asString()).isEqualTo("fi-tst1");
        assertThat(as(ada).get("/1.3/storage/" + diskOf(id)).<String>path("storage.zone"))
                .isEqualTo("fi-tst1");
    }

    @Test
    void refusesToMoveSo() {
        String id = requested(ada, HOST);

        refusedAs(
                as(ada).body("{\"zone\":\"fi-tst1\"}").post(PATH + "/" + id + "/relocate"),
                409,
                "SERVER_STATE_ILLEGAL");
        refusedAs(as(ada).body("{\"zone\":\"moon1\"}").post(PATH + "/" + id + "/relocate"), 404, "ZONE_NOT_FOUND");
        refusedAs(as(ada).body("{}").post(PATH + "/" + id + "/relocate"), 400, "ZONE_MISSING");
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
        refusedAs(as(ada).delete(PATH + "/" + stopped + "?storages=maybe"), 400, "STORAGE_DELETION_POLICY_INVALID");
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

    private static long asked(String id, String what, String part) {
        return sandbox().count(request -> request.is("POST", "/v1/machines/" + id + "/" + what, part));
    }

    private String diskOf(String server) {
        return details(ada, server).path("server.storage_devices.storage_device[0].storage");
    }
}
