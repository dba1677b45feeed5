package io.handover.provisioning.access;

import static io.handover.provisioning.TestGrants.TOPIC;
import static io.handover.provisioning.TestGrants.asAfter;
import static io.handover.provisioning.TestGrants.grant;
import static io.handover.provisioning.TestGrants.granted;
import static io.handover.provisioning.TestGrants.revoke;
import static io.handover.provisioning.TestGrants.revoked;
import static io.handover.provisioning.TestServers.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PermissionEventConsumerTest {

    private final Caller ada = TestCallers.anAccount();
    private final Caller bob = TestCallers.aMemberOf(ada);
    private String server = "";

    @BeforeEach
    void requestAServer() {
        server = requested(ada, "web.example.org");
    }

    @Test
    void showsWhatWasGranted() {
        var last = grant(bob, "server", server);

        assertThat(serversAfter(last)).containsExactly(server);
    }

    @Test
    void appliesAnEventOnceHoweverOftenItIsSaid() {
        var grant = grant(bob, "server", server);
        revoke(bob, "server", server);
        TOPIC.sayAgain(grant);
        var last = grant(bob, "network", "*");

        assertThat(serversAfter(last)).isEmpty();
    }

    @Test
    void takesARevokeOfWhatWasNeverGranted() {
        revoke(bob, "server", server);
        var last = grant(bob, "server", server);

        assertThat(serversAfter(last)).containsExactly(server);
    }

    @Test
    void skipsWhatItDoesNotKnowAndSetsAsideWhatItCannotRead() {
        TOPIC.sayUnknown(revoked(bob, "server", server));
        TOPIC.sayPoison(granted(bob, "server", server, false));
        var last = grant(bob, "server", server);
        TOPIC.dropDeadLetter(ada.accountId());

        assertThat(serversAfter(last)).containsExactly(server);
    }

    private List<String> serversAfter(ProducerRecord<String, String> record) {
        return asAfter(record, bob).get("/1.3/server").path("servers.server.uuid");
    }
}
