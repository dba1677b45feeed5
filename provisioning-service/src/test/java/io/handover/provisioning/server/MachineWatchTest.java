package io.handover.provisioning.server;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.PATH;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.details;
import static io.handover.provisioning.TestServers.requested;
import static io.handover.provisioning.TestServers.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.test.caller.TestCallers;
import io.handover.test.topic.TestTopic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MachineWatchTest {

    private static final TestTopic<ServerEvent> TOPIC = new TestTopic<>(Topics.PROVISIONING_SERVER);
    private static final String HOST = "web.example.org";

    @Inject
    MachineWatch watch;

    @Inject
    MeterRegistry meters;

    private final Caller ada = TestCallers.anAccount();

    @Test
    void findsAMachineThatStopped() {
        String id = deployed(ada, HOST);
        sandbox().turn(id, false);

        sweep();

        assertThat(state(id)).isEqualTo("stopped");
        TOPIC.hear(ServerStopped.class, event -> event.serverId().toString().equals(id));
        as(ada).post(PATH + "/" + id + "/start").then().statusCode(200);
        await().untilAsserted(() -> assertThat(sandbox().runs(id)).isTrue());
    }

    @Test
    void findsAMachineThatStarted() {
        String id = stopped(ada, HOST);
        sandbox().turn(id, true);

        sweep();

        assertThat(state(id)).isEqualTo("started");
        TOPIC.hear(ServerStarted.class, event -> event.serverId().toString().equals(id));
    }

    @Test
    void findsAMachineThatIsGoneAndOneThatIsThereAgain() {
        String id = deployed(ada, HOST);
        sandbox().lose(id);

        sweep();

        assertThat(state(id)).isEqualTo("error");
        TOPIC.hear(ServerStopped.class, event -> event.serverId().toString().equals(id));

        sandbox().makeFor(id);
        sweep();
        assertThat(state(id)).isEqualTo("started");
    }

    @Test
    void concludesNothingFromABackEndThatIsAway() {
        String id = deployed(ada, HOST);
        sandbox().turn(id, false);
        sandbox().next(Fault.BROKEN, 1, request -> request.is("GET", "/v1/machines/" + id, ""));

        sweep();
        assertThat(state(id)).isEqualTo("started");

        sweep();
        assertThat(state(id)).isEqualTo("stopped");
    }

    @Test
    void leavesAServerAloneThatIsBeingDeployed() {
        sandbox().sleepy("early.example.org");
        String id = requested(ada, "early.example.org");
        await().untilAsserted(() -> assertThat(sandbox().hasMachine(id)).isTrue());
        sandbox().turn(id, false);

        sweep();

        assertThat(state(id)).isEqualTo("maintenance");
        sandbox().turn(id, true);
        sandbox().awake("early.example.org");
        awaitState(ada, id, "started");
    }

    @Test
    void reportsAMachineThatNobodyOwnsAndLeavesItThere() {
        sweep();
        sweep();
        double before = unowned();
        String stray = UUID.randomUUID().toString();
        sandbox().makeFor(stray);

        sweep();
        assertThat(unowned()).isEqualTo(before);
        sweep();

        assertThat(unowned()).isEqualTo(before + 1);
        assertThat(sandbox().hasMachine(stray)).isTrue();
        sandbox().lose(stray);
        sweep();
        assertThat(unowned()).isEqualTo(before);
    }

    private void sweep() {
        watch.sweep().await().atMost(Duration.ofMinutes(1));
    }

    private double unowned() {
        return meters.get("handover.compute.unowned").gauge().value();
    }

    private String state(String id) {
        return details(ada, id).path("server.state");
    }
}
