package io.handover.provisioning.rotation;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestDeliveryKeys.anOfferedKey;
import static io.handover.provisioning.TestGrants.asAfter;
import static io.handover.provisioning.TestGrants.grant;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.request;
import static io.handover.provisioning.TestServers.requested;
import static io.handover.provisioning.TestServers.stopped;
import static io.handover.provisioning.rotation.TestRotations.CREDENTIALS;
import static io.handover.provisioning.rotation.TestRotations.awaitEnd;
import static io.handover.provisioning.rotation.TestRotations.deliveryOf;
import static io.handover.provisioning.rotation.TestRotations.hashOf;
import static io.handover.provisioning.rotation.TestRotations.hear;
import static io.handover.provisioning.rotation.TestRotations.isPasswordOf;
import static io.handover.provisioning.rotation.TestRotations.path;
import static io.handover.provisioning.rotation.TestRotations.refusedAs;
import static io.handover.provisioning.rotation.TestRotations.rotate;
import static io.handover.provisioning.rotation.TestRotations.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class RotationResourceTest {

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINS+rjHYh9cxHc5AhqkJaAxAgeMKhZWywXkWsj6PheAF ada@example.org";

    private final Caller ada = TestCallers.anAccount();

    @Test
    void showsTheNewPasswordOnceAndEndsTheOldOne() {
        Response created = request(ada, body("web.example.org", 25));
        String server = created.path("server.uuid");
        awaitState(ada, server, "started");

        Response answer = rotate(ada, server, "none");

        UUID delivery = deliveryOf(answer);
        String password = answer.path("password");
        hear(RootPasswordSet.class, delivery);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.<String>path("method")).isEqualTo("none");
        assertThat(answer.<String>path("server")).isEqualTo(server);
        assertThat(isPasswordOf(server, password)).isTrue();
        assertThat(isPasswordOf(server, created.path("server.password"))).isFalse();
        assertThat(hear(PasswordShown.class, delivery).occasion()).isEqualTo(PasswordOccasion.ROTATION);
        assertThat(stateOf(delivery)).isEqualTo("SHOWN");
        assertThat(TestDatabase.tablesWith(password)).isEmpty();
        assertThat(CREDENTIALS.heard().toString()).doesNotContain(password);
    }

    @Test
    void keepsTheHashOnlyUntilTheServerHasIt() {
        String server = deployed(ada, "web.example.org");

        UUID delivery = deliveryOf(rotate(ada, server, "none"));

        awaitEnd(delivery);
        assertThat(TestDatabase.tablesWith(hashOf(server))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "SMS"})
    void sealsTheNewPasswordForItsDelivery(DeliveryMethod method) throws GeneralSecurityException {
        String server = deployed(ada, "web.example.org");
        var key = anOfferedKey();

        Response answer = rotate(ada, server, method.name().toLowerCase(Locale.ROOT));

        UUID delivery = deliveryOf(answer);
        var said = hear(PasswordGenerated.class, delivery);
        String password = key.open(said, said.context());
        hear(RootPasswordSet.class, delivery);
        assertThat(said.method()).isEqualTo(method);
        assertThat(said.occasion()).isEqualTo(PasswordOccasion.ROTATION);
        assertThat(said.requestedByName()).isEqualTo(ada.username());
        assertThat(isPasswordOf(server, password)).isTrue();
        assertThat(answer.asString()).doesNotContain("password\"").doesNotContain(password);
        assertThat(stateOf(delivery)).isEqualTo("PENDING");
        assertThat(TestDatabase.tablesWith(password)).isEmpty();
    }

    @Test
    void givesAPasswordToAServerThatHadNone() {
        String server = request(
                        ada,
                        body(
                                "key.example.org",
                                "\"login_user\":{\"create_password\":\"no\",\"ssh_keys\":{\"ssh_key\":[\"" + KEY
                                        + "\"]}}," + disk(25)))
                .path("server.uuid");
        awaitState(ada, server, "started");

        Response answer = rotate(ada, server, "none");

        awaitEnd(deliveryOf(answer));
        assertThat(isPasswordOf(server, answer.path("password"))).isTrue();
        assertThat(sandbox().machine(server).path("sshKeys").path(0).asText()).isEqualTo(KEY);
    }

    @Test
    void givesAStoppedServerAPasswordAndLeavesItStopped() {
        String server = stopped(ada, "web.example.org");

        Response answer = rotate(ada, server, "none");

        awaitEnd(deliveryOf(answer));
        assertThat(isPasswordOf(server, answer.path("password"))).isTrue();
        assertThat(sandbox().runs(server)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | method-missing",
                "{\"method\":null} | method-missing",
                "{\"method\":\"\"} | method-invalid",
                "{\"method\":\"fax\"} | method-invalid",
                "{\"method\":\"EMAIL\"} | method-invalid",
                "{\"method\":{}} | request-invalid",
                "{\"method\": | request-invalid",
                "null | request-invalid",
                "'' | request-invalid"
            })
    void refusesABodyThatNamesNoMethod(String body, String slug) {
        String server = UUID.randomUUID().toString();

        refusedAs(as(ada).body(body).post(path(server)), 400, slug);
    }

    @Test
    void refusesAServerThatIsNotThere() {
        refusedAs(rotate(ada, UUID.randomUUID().toString(), "none"), 404, "server-not-found");
        refusedAs(rotate(ada, "web", "none"), 400, "server-invalid");
    }

    @Test
    void isForThoseWhoMayControlTheServer() {
        Caller bob = TestCallers.aMemberOf(ada);
        String server = deployed(ada, "web.example.org");

        refusedAs(rotate(TestCallers.anAccount(), server, "none"), 404, "server-not-found");
        refusedAs(rotate(bob, server, "none"), 403, "server-forbidden");
        var granted = grant(bob, "server", server);

        asAfter(granted, bob)
                .body("{\"method\":\"none\"}")
                .post(path(server))
                .then()
                .statusCode(202);
    }

    @Test
    void refusesAServerThatIsBeingDeployed() {
        sandbox().sleepy("slow.example.org");
        String server = requested(ada, "slow.example.org");

        refusedAs(rotate(ada, server, "none"), 409, "server-state-illegal");
        sandbox().awake("slow.example.org");
    }

    @Test
    void refusesAServerThatCouldNotBeDeployed() {
        sandbox().next(Fault.REFUSED, 1, request -> request.is("PUT", "/v1/machines/", "\"broken.example.org\""));
        String server = requested(ada, "broken.example.org");
        awaitState(ada, server, "error");

        refusedAs(rotate(ada, server, "none"), 409, "server-state-illegal");
    }

    @Test
    void doesNothingWhenThereIsNoKeyToSealTo() {
        String server = deployed(ada, "web.example.org");
        TestDatabase.execute("delete from offered_key");

        Response answer = rotate(ada, server, "email");

        refusedAs(answer, 503, "service-error");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(TestDatabase.count("rotation", "server_id", server)).isZero();
        assertThat(TestDatabase.count("password_delivery", "server_id", server)).isEqualTo(1);
        deliveryOf(rotate(ada, server, "none"));
    }
}
