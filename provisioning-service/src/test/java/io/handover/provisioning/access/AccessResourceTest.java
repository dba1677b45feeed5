package io.handover.provisioning.access;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.requested;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.caller.Caller;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessResourceTest {

    private final Caller ada = TestCallers.anAccount();

    @Test
    void tellsWhereToLogIn() {
        String server = deployed(ada, "web.example.org");

        Response answer = access(ada, server);

        assertThat(answer.<String>path("ssh.host")).isEqualTo("127.0.0.1");
        assertThat(answer.<Integer>path("ssh.port")).isPositive();
        assertThat(answer.<String>path("ssh.user")).isEqualTo("root");
    }

    @Test
    void tellsThatAServerHasNoAddressYet() {
        sandbox().sleepy("sleepy.example.org");
        String server = requested(ada, "sleepy.example.org");

        refusedAs(access(ada, server), 409, "server-state-illegal");
        sandbox().awake("sleepy.example.org");
        awaitState(ada, server, "started");
    }

    @Test
    void refusesStrangersForeignersAndMembersWithoutPermission() {
        String server = requested(ada, "web.example.org");

        assertThat(given().get("/v1/servers/" + server + "/access").statusCode())
                .isEqualTo(401);
        refusedAs(access(TestCallers.anAccount(), server), 404, "server-not-found");
        refusedAs(access(TestCallers.aMemberOf(ada), server), 403, "server-forbidden");
        refusedAs(access(ada, UUID.randomUUID().toString()), 404, "server-not-found");
        refusedAs(access(ada, "moon"), 400, "server-invalid");
    }

    private static Response access(Caller caller, String server) {
        return as(caller).get("/v1/servers/" + server + "/access");
    }

    private static void refusedAs(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + slug);
    }
}
