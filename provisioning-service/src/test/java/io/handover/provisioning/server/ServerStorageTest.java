package io.handover.provisioning.server;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestGrants.asAfter;
import static io.handover.provisioning.TestGrants.grant;
import static io.handover.provisioning.TestGrants.grantWithStorages;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.UBUNTU;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.refusedAs;
import static io.handover.provisioning.TestServers.requested;
import static io.handover.provisioning.TestServers.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageDetached;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks and CD-ROMs come to servers and go, and machines follow. */
@QuarkusTest
class ServerStorageTest {

    private static final TestTopic<ServerEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_SERVER);
    private static final String HOST = "web.example.org";
    private static final String STORAGE = "/1.3/storage/";

    private final Caller ada = TestCallers.anAccount();

    @Test
    void attachesADiskToARunningMachine() {
        String server = deployed(ada, HOST);
        String disk = storage(ada, "fi-hel1");

        Response answer = attach(server, "\"type\":\"disk\",\"address\":\"virtio\",\"storage\":\"" + disk + "\"");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Map<String, Object> device = answer.path("server.storage_devices.storage_device[1]");
        assertThat(device)
                .containsEntry("address", "virtio:1")
                .containsEntry("boot_disk", "0")
                .containsEntry("storage", disk)
                .containsEntry("storage_size", 10)
                .containsEntry("type", "disk");
        awaitDisks(server, diskOf(server), disk);
        assertThat(serversOf(disk)).containsExactly(server);
        TOPIC.hear(
                StorageAttached.class,
                event -> event.storageId().toString().equals(disk)
                        && event.serverId().toString().equals(server)
                        && event.attachedBy().equals(ada.userId()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"storage_device\":{\"address\":\"virtio:1\"}}",
                "{\"storage_device\":{\"storage\":\"%s\"}}",
                "{\"storage\":\"%s\"}"
            })
    void detachesADiskHoweverItIsNamed(String body) {
        String server = deployed(ada, HOST);
        String disk = storage(ada, "fi-hel1");
        attach(server, "\"storage\":\"" + disk + "\"").then().statusCode(200);

        Response answer = detach(server, body.formatted(disk));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<List<Object>>path("server.storage_devices.storage_device"))
                .hasSize(1);
        awaitDisks(server, diskOf(server));
        assertThat(serversOf(disk)).isEmpty();
        TOPIC.hear(StorageDetached.class, event -> event.storageId().toString().equals(disk));
        as(ada).delete(STORAGE + disk).then().statusCode(204);
    }

    @Test
    void attachesAndDetachesByTheStorageToo() {
        String server = deployed(ada, HOST);
        String disk = storage(ada, "fi-hel1");
        String body = "{\"storage_device\":{\"server\":\"" + server + "\"}}";

        Response attached = as(ada).body(body).post(STORAGE + disk + "/attach");
        assertThat(attached.statusCode()).as(attached.asString()).isEqualTo(200);
        assertThat(attached.<List<String>>path("storage.servers.server")).containsExactly(server);
        awaitDisks(server, diskOf(server), disk);

        Response detached = as(ada).body(body).post(STORAGE + disk + "/detach");
        assertThat(detached.<List<String>>path("storage.servers.server")).isEmpty();
        awaitDisks(server, diskOf(server));
    }

    @Test
    void bootsFromTheLastThatWasToBoot() {
        String server = stopped(ada, HOST);
        String system = diskOf(server);
        String disk = storage(ada, "fi-hel1");

        Response answer = attach(server, "\"boot_disk\":\"1\",\"storage\":\"" + disk + "\"");

        assertThat(answer.<List<String>>path("server.storage_devices.storage_device.boot_disk"))
                .containsExactly("0", "1");
        awaitDisks(server, disk, system);
    }

    @Test
    void reachesTheMachineThoughTheBackEndFailsAtFirst() {
        String server = deployed(ada, HOST);
        String disk = storage(ada, "fi-hel1");
        sandbox().next(Fault.BROKEN, 2, request -> request.is("PUT", "/v1/machines/" + server + "/disks", ""));

        attach(server, "\"storage\":\"" + disk + "\"").then().statusCode(200);

        awaitDisks(server, diskOf(server), disk);
    }

    @Test
    void loadsAndEjectsACdrom() {
        String server = deployed(ada, HOST);
        String iso = storage(ada, "fi-hel1");
        String body = "{\"storage_device\":{\"storage\":\"" + iso + "\"}}";

        Response loaded = as(ada).body(body).post(PATH + "/" + server + "/cdrom/load");

        assertThat(loaded.statusCode()).as(loaded.asString()).isEqualTo(200);
        Map<String, Object> device = loaded.path("server.storage_devices.storage_device[1]");
        assertThat(device).containsEntry("type", "cdrom").containsEntry("address", "ide:0:0");
        refusedAs(as(ada).body(body).post(PATH + "/" + server + "/cdrom/load"), 409, "CDROM_DEVICE_IN_USE");
        refusedAs(attach(server, "\"storage\":\"" + iso + "\""), 409, "STORAGE_ATTACHED_AS_CDROM");
        refusedAs(detach(server, "{\"storage\":\"" + iso + "\"}"), 409, "CDROM_HOTPLUG_UNSUPPORTED");
        Response ejected = as(ada).post(PATH + "/" + server + "/cdrom/eject");
        assertThat(ejected.<List<Object>>path("server.storage_devices.storage_device"))
                .hasSize(1);
        refusedAs(as(ada).post(PATH + "/" + server + "/cdrom/eject"), 409, "DEVICE_ADDRESS_NOT_IN_USE");
    }

    @Test
    void changesIdeAndCdromOnlyWhileStopped() {
        String server = deployed(ada, HOST);
        String disk = storage(ada, "fi-hel1");
        String ide = "\"address\":\"ide\",\"storage\":\"" + disk + "\"";
        String cdrom = "\"type\":\"cdrom\",\"storage\":\"" + disk + "\"";

        refusedAs(attach(server, ide), 409, "IDE_HOTPLUG_UNSUPPORTED");
        refusedAs(attach(server, cdrom), 409, "CDROM_HOTPLUG_UNSUPPORTED");
        as(ada).post(PATH + "/" + server + "/stop").then().statusCode(200);
        awaitState(ada, server, "stopped");
        attach(server, ide).then().statusCode(200);
        detach(server, "{\"storage\":\"" + disk + "\"}").then().statusCode(200);
        Response attached = attach(server, cdrom);

        assertThat(attached.<String>path("server.storage_devices.storage_device[1].type"))
                .isEqualTo("cdrom");
        as(ada).post(PATH + "/" + server + "/start").then().statusCode(200);
        refusedAs(detach(server, "{\"storage\":\"" + disk + "\"}"), 409, "CDROM_HOTPLUG_UNSUPPORTED");
    }

    @Test
    void refusesWhatIsTakenAlready() {
        String server = deployed(ada, HOST);
        String other = deployed(ada, "db.example.org");
        String disk = storage(ada, "fi-hel1");

        refusedAs(
                attach(server, "\"address\":\"virtio:0\",\"storage\":\"" + disk + "\""), 409, "DEVICE_ADDRESS_IN_USE");
        refusedAs(attach(server, "\"storage\":\"" + diskOf(server) + "\""), 409, "STORAGE_ATTACHED_AS_DISK");
        refusedAs(attach(server, "\"storage\":\"" + diskOf(other) + "\""), 409, "STORAGE_IN_USE");
    }

    @Test
    void refusesWhatCannotBeAttached() {
        String server = deployed(ada, HOST);

        refusedAs(attach(server, "\"storage\":\"" + UBUNTU + "\""), 400, "PUBLIC_STORAGE_ATTACH");
        refusedAs(attach(server, "\"storage\":\"" + storage(ada, "fi-hel2") + "\""), 400, "ZONE_MISMATCH");
        refusedAs(attach(server, "\"storage\":\"" + UUID.randomUUID() + "\""), 404, "STORAGE_NOT_FOUND");
        refusedAs(attach(server, "\"storage\":\"moon\""), 400, "STORAGE_INVALID");
        refusedAs(attach(server, "\"address\":\"virtio\""), 400, "STORAGE_MISSING");
        String disk = storage(ada, "fi-hel1");
        refusedAs(attach(server, "\"type\":\"tape\",\"storage\":\"" + disk + "\""), 400, "TYPE_INVALID");
        refusedAs(
                attach(server, "\"address\":\"virtio:16\",\"storage\":\"" + disk + "\""),
                400,
                "STORAGE_DEVICE_INVALID");
        refusedAs(attach(server, "\"boot_disk\":\"2\",\"storage\":\"" + disk + "\""), 400, "STORAGE_DEVICE_INVALID");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                            | 400 | STORAGE_DEVICE_MISSING
        {"storage_device":{}}                         | 400 | STORAGE_DEVICE_MISSING
        {"storage_device":{"address":"","storage":""}}| 400 | STORAGE_DEVICE_MISSING
        {"storage_device":{"address":"virtio"}}       | 400 | STORAGE_DEVICE_INVALID
        {"storage_device":{"address":"virtio:7"}}     | 409 | DEVICE_ADDRESS_NOT_IN_USE
        {"storage":"01000000-0000-4000-8000-000000000000"} | 409 | DEVICE_ADDRESS_NOT_IN_USE
        {"storage":"moon"}                            | 400 | STORAGE_INVALID
        {"storage_device":[]}                         | 400 | REQUEST_INVALID
        """)
    void refusesToDetachWhatIsNotThere(String body, int status, String code) {
        String server = deployed(ada, HOST);

        refusedAs(detach(server, body), status, code);
    }

    @Test
    void refusesAServerThatIsBeingMade() {
        sandbox().sleepy("asleep.example.org");
        String server = requested(ada, "asleep.example.org");

        refusedAs(attach(server, "\"storage\":\"" + storage(ada, "fi-hel1") + "\""), 409, "SERVER_STATE_ILLEGAL");
        refusedAs(detach(server, "{\"storage_device\":{\"address\":\"virtio:0\"}}"), 409, "SERVER_STATE_ILLEGAL");
        sandbox().awake("asleep.example.org");
    }

    @Test
    void needsControlOfServerAndStorage() {
        Caller bob = TestCallers.aMemberOf(ada);
        String server = deployed(ada, HOST);
        String disk = storage(ada, "fi-hel1");
        String body = "{\"storage_device\":{\"storage\":\"" + disk + "\"}}";

        refusedAs(as(bob).body(body).post(PATH + "/" + server + "/storage/attach"), 403, "SERVER_FORBIDDEN");
        var onServer = grant(bob, "server", server);
        refusedAs(
                asAfter(onServer, bob).body(body).post(PATH + "/" + server + "/storage/attach"),
                403,
                "STORAGE_FORBIDDEN");
        refusedAs(
                as(bob).body("{\"storage_device\":{\"address\":\"virtio:0\"}}")
                        .post(PATH + "/" + server + "/storage/detach"),
                403,
                "STORAGE_FORBIDDEN");
        var onDisk = grant(bob, "storage", disk);
        asAfter(onDisk, bob)
                .body(body)
                .post(PATH + "/" + server + "/storage/attach")
                .then()
                .statusCode(200);
    }

    @Test
    void losesWhatCameWithAServer() {
        Caller bob = TestCallers.aMemberOf(ada);
        String server = stopped(ada, HOST);
        String disk = storage(ada, "fi-hel1");
        attach(server, "\"storage\":\"" + disk + "\"").then().statusCode(200);
        var granted = grantWithStorages(bob, "server", server);

        asAfter(granted, bob)
                .body("{\"storage_device\":{\"server\":\"" + server + "\"}}")
                .post(STORAGE + disk + "/detach")
                .then()
                .statusCode(200);

        refusedAs(as(bob).get(STORAGE + disk), 403, "STORAGE_FORBIDDEN");
        as(bob).delete(PATH + "/" + server + "?storages=1").then().statusCode(204);
    }

    @Test
    void takesBackupsAlongAsWanted() {
        String server = stopped(ada, HOST);
        String disk = diskOf(server);
        String backup = as(ada).body("{\"storage\":{\"title\":\"b\"}}")
                .post(STORAGE + disk + "/backup")
                .path("storage.uuid");
        await().untilAsserted(() -> assertThat(as(ada).get(STORAGE + disk).<String>path("storage.state"))
                .isEqualTo("online"));

        refusedAs(
                as(ada).delete(PATH + "/" + server + "?storages=1&backups=some"),
                400,
                "BACKUP_DELETION_POLICY_INVALID");
        as(ada).delete(PATH + "/" + server + "/?storages=1&backups=delete")
                .then()
                .statusCode(204);

        refusedAs(as(ada).get(STORAGE + disk), 404, "STORAGE_NOT_FOUND");
        refusedAs(as(ada).get(STORAGE + backup), 404, "STORAGE_NOT_FOUND");
        await().untilAsserted(() -> assertThat(sandbox().hasDisk(backup)).isFalse());
    }

    private Response attach(String server, String device) {
        return as(ada).body("{\"storage_device\":{" + device + "}}").post(PATH + "/" + server + "/storage/attach");
    }

    private Response detach(String server, String body) {
        return as(ada).body(body).post(PATH + "/" + server + "/storage/detach");
    }

    private static String storage(Caller caller, String zone) {
        return as(caller)
                .body("{\"storage\":{\"zone\":\"" + zone + "\",\"title\":\"data\",\"size\":10}}")
                .post("/1.3/storage")
                .path("storage.uuid");
    }

    private String diskOf(String server) {
        return details(ada, server).path("server.storage_devices.storage_device[0].storage");
    }

    private List<String> serversOf(String storage) {
        return as(ada).get(STORAGE + storage).path("storage.servers.server");
    }

    private static void awaitDisks(String server, String... disks) {
        await().untilAsserted(() -> assertThat(sandbox()
                        .machine(server)
                        .path("disks")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList())
                .containsExactly(disks));
    }
}
