package io.handover.provisioning.deployment;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.provisioning.SandboxPlace;
import io.handover.provisioning.TestDatabase;
import io.handover.provisioning.TestServers;
import io.handover.test.caller.TestCallers;
import io.handover.test.infrastructure.Infrastructure;
import io.handover.test.topic.TestTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(SandboxPlace.class)
class DeploymentTest {

    private static final TestTopic<ServerEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_SERVER);

    private final Caller ada = TestCallers.anAccount();

    /** A disk of a size of its own: faults find it by that. */
    private final int size = ThreadLocalRandom.current().nextInt(26, 4000);

    private final String hostname = "web" + size + ".example.org";

    @Test
    void makesDisksAndMachineAndSaysSo() {
        String id = requested();

        awaitState(ada, id, "started");

        String disk = details(ada, id).path("server.storage_devices.storage_device[0].storage");
        assertThat(sandbox().hasDisk(disk)).isTrue();
        assertThat(sandbox().machine(id).path("hostname").asText()).isEqualTo(hostname);
        assertThat(sandbox().machine(id).path("cores").asInt()).isEqualTo(1);
        assertThat(sandbox().machine(id).path("memoryMib").asInt()).isEqualTo(1024);
        assertThat(sandbox().machine(id).path("disks").path(0).asText()).isEqualTo(disk);
        assertThat(sandbox().machine(id).path("rootPasswordHash").asText()).startsWith("$6$");
        TOPIC.hear(ServerRequested.class, event -> event.serverId().toString().equals(id));
        var said = TOPIC.hear(
                ServerDeployed.class, event -> event.serverId().toString().equals(id));
        assertThat(said.hostname()).isEqualTo(hostname);
        assertThat(said.sshHost()).isEqualTo("127.0.0.1");
        assertThat(said.sshUser()).isEqualTo("root");
        assertThat(TestDatabase.count("deployment", "server_id", id)).isZero();
    }

    @Test
    void deploysManyServersAtOnce() {
        sandbox().sleepy(hostname);
        Stream<String> asked = Stream.generate(() -> TestServers.requested(ada, hostname));
        List<String> ids = asked.limit(12).toList();

        sandbox().awake(hostname);

        ids.forEach(id -> awaitState(ada, id, "started"));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "REFUSED", mode = Mode.EXCLUDE)
    void goesOnAfterADiskFailedOnce(Fault fault) {
        sandbox().next(fault, 1, request -> request.is("PUT", "/v1/disks/", "\"sizeGib\":" + size));

        awaitState(ada, requested(), "started");

        assertThat(sandbox().count(request -> request.is("PUT", "/v1/disks/", "\"sizeGib\":" + size)))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "REFUSED", mode = Mode.EXCLUDE)
    void goesOnAfterTheMachineFailedOnce(Fault fault) {
        sandbox().next(fault, 1, request -> request.is("PUT", "/v1/machines/", hostname));

        String id = requested();

        awaitState(ada, id, "started");
        assertThat(sandbox().runs(id)).isTrue();
    }

    @Test
    void waitsUntilTheMachineAnswers() {
        sandbox().sleepy(hostname);
        String id = requested();
        await().untilAsserted(() -> assertThat(sandbox().hasMachine(id)).isTrue());

        Response whileAsleep = details(ada, id);
        sandbox().awake(hostname);

        assertThat(whileAsleep.<String>path("server.state")).isEqualTo("maintenance");
        assertThat(whileAsleep.<String>path("server.progress")).isEqualTo("0");
        awaitState(ada, id, "started");
    }

    @Test
    void forgetsTheHashOnceTheMachineHasIt() {
        sandbox().sleepy(hostname);
        String id = requested();

        await().untilAsserted(() -> assertThat(TestDatabase.text("deployment", "step", "server_id", id))
                .isEqualTo("LOGIN"));

        assertThat(TestDatabase.text("deployment", "password_hash", "server_id", id))
                .isNull();
        sandbox().awake(hostname);
        awaitState(ada, id, "started");
    }

    @Test
    void leavesNothingWhenTheMachineIsRefused() {
        sandbox().next(Fault.REFUSED, 1, request -> request.is("PUT", "/v1/machines/", hostname));
        Response answer = request(ada, body(hostname, size));
        String id = answer.path("server.uuid");
        String disk = answer.path("server.storage_devices.storage_device[0].storage");

        awaitState(ada, id, "error");

        leftNothing(id, disk);
        var said = TOPIC.hear(
                ServerDeploymentFailed.class,
                event -> event.serverId().toString().equals(id));
        assertThat(said.reason()).isEqualTo("the sandbox refused: HTTP 409");
        as(ada).delete(PATH + "/" + id).then().statusCode(204);
    }

    @Test
    void leavesNothingWhenADiskIsRefused() {
        sandbox().next(Fault.REFUSED, 1, request -> request.is("PUT", "/v1/disks/", "\"sizeGib\":" + size));

        Response answer = request(ada, body(hostname, size));

        awaitState(ada, answer.path("server.uuid"), "error");
        leftNothing(answer.path("server.uuid"), answer.path("server.storage_devices.storage_device[0].storage"));
    }

    @Test
    void givesUpAMachineThatNeverAnswers() {
        sandbox().sleepy(hostname);
        Response answer = request(ada, body(hostname, size));
        String id = answer.path("server.uuid");
        sandbox().next(Fault.BROKEN, 1, request -> request.is("DELETE", "/v1/machines/" + id, ""));

        awaitState(ada, id, "error");

        leftNothing(id, answer.path("server.storage_devices.storage_device[0].storage"));
        var said = TOPIC.hear(
                ServerDeploymentFailed.class,
                event -> event.serverId().toString().equals(id));
        assertThat(said.reason()).isEqualTo("the server did not answer in time");
    }

    @Test
    void givesUpABackEndThatIsAway() {
        sandbox().next(Fault.BROKEN, 100, request -> request.is("PUT", "/v1/machines/", hostname));

        String id = requested();

        awaitState(ada, id, "error");
        assertThat(sandbox().hasMachine(id)).isFalse();
    }

    @Test
    void isTakenOverWhenTheLeaseOfADeadReplicaEnds() {
        sandbox().sleepy(hostname);
        String id = requested();
        await().untilAsserted(() -> assertThat(TestDatabase.text("deployment", "step", "server_id", id))
                .isEqualTo("LOGIN"));
        TestDatabase.execute("update job set lease_until = now() + interval '1500 ms' where subject_id = '" + id + "'");
        sandbox().awake(hostname);

        awaitState(ada, id, "started");

        await().untilAsserted(() ->
                assertThat(TestDatabase.count("job", "subject_id", id)).isZero());
    }

    private String requested() {
        Response answer = request(ada, body(hostname, size));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.path("server.uuid");
    }

    private void leftNothing(String id, String disk) {
        assertThat(sandbox().hasMachine(id)).isFalse();
        assertThat(sandbox().hasDisk(disk)).isFalse();
        assertThat(as(ada).get("/1.3/storage/" + disk).statusCode()).isEqualTo(404);
        assertThat(details(ada, id).<List<Object>>path("server.storage_devices.storage_device"))
                .isEmpty();
        assertThat(TestDatabase.count("deployment", "server_id", id)).isZero();
        TOPIC.hear(StorageDeleted.class, event -> event.storageId().toString().equals(disk));
    }
}
