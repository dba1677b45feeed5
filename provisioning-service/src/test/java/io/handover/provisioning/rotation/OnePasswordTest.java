package io.handover.provisioning.rotation;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static io.handover.provisioning.TestDeliveryKeys.anOfferedKey;
import static io.handover.provisioning.TestServers.as;
import static io.handover.provisioning.TestServers.awaitState;
import static io.handover.provisioning.TestServers.body;
import static io.handover.provisioning.TestServers.deployed;
import static io.handover.provisioning.TestServers.disk;
import static io.handover.provisioning.TestServers.request;
import static io.handover.provisioning.TestServers.stopped;
import static io.handover.provisioning.rotation.TestRotations.DELIVERIES;
import static io.handover.provisioning.rotation.TestRotations.awaitEnd;
import static io.handover.provisioning.rotation.TestRotations.away;
import static io.handover.provisioning.rotation.TestRotations.delivered;
import static io.handover.provisioning.rotation.TestRotations.deliveryOf;
import static io.handover.provisioning.rotation.TestRotations.failed;
import static io.handover.provisioning.rotation.TestRotations.hashOf;
import static io.handover.provisioning.rotation.TestRotations.hear;
import static io.handover.provisioning.rotation.TestRotations.heard;
import static io.handover.provisioning.rotation.TestRotations.isPasswordOf;
import static io.handover.provisioning.rotation.TestRotations.next;
import static io.handover.provisioning.rotation.TestRotations.refusedAs;
import static io.handover.provisioning.rotation.TestRotations.rotate;
import static io.handover.provisioning.rotation.TestRotations.rotateAfter;
import static io.handover.provisioning.rotation.TestRotations.stateOf;
import static io.handover.provisioning.rotation.TestRotations.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.RootPasswordNotSet;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.kit.caller.Caller;
import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.provisioning.TestDatabase;
import io.handover.test.caller.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server has one password that works, and at most one that is on its way: whatever breaks, comes twice, or late. */
@QuarkusTest
class OnePasswordTest {

    private final Caller ada = TestCallers.anAccount();

    @Test
    void refusesAnotherOneWhileTheFirstIsOnItsWay() {
        String server = mailed();
        UUID delivery = hear(PasswordGenerated.class, server).deliveryId();
        String hash = hashOf(server);

        Response refused = rotate(ada, server, "email");

        refusedAs(refused, 409, "password-on-its-way");
        assertThat(refused.<String>path("detail")).contains("DELETE /v1/deliveries/" + delivery);
        assertThat(hashOf(server)).isEqualTo(hash);
        assertThat(heard(PasswordGenerated.class, server)).isEqualTo(1);
    }

    @Test
    void makesAnotherOneOnceTheFirstHasArrived() {
        String server = mailed();
        UUID first = hear(PasswordGenerated.class, server).deliveryId();

        var arrived = DELIVERIES.say(delivered(ada, server, first));

        deliveryOf(rotateAfter(arrived, ada, server, "email"));
    }

    @Test
    void makesAnotherOneOnceTheFirstWasGivenUp() {
        String server = mailed();
        UUID first = hear(PasswordGenerated.class, server).deliveryId();
        String hash = hashOf(server);

        var givenUp = DELIVERIES.say(failed(ada, server, first, "it was cancelled"));
        Response answer = rotateAfter(givenUp, ada, server, "none");

        hear(RootPasswordSet.class, deliveryOf(answer));
        assertThat(hashOf(server)).isNotEqualTo(hash);
        assertThat(isPasswordOf(server, answer.path("password"))).isTrue();
    }

    @Test
    void letsOneOfTwoWin() {
        anOfferedKey();
        anOfferedKey();
        String server = deployed(ada, "web.example.org");

        List<Integer> answers = Stream.of("email", "sms")
                .map(method -> CompletableFuture.supplyAsync(() -> rotate(ada, server, method)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Response::statusCode)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(202, 409);
        assertThat(heard(PasswordGenerated.class, server)).isEqualTo(1);
    }

    @Test
    void refusesAnotherOneWhileTheServerHasNotTakenTheOneThatWasShown() {
        String server = deployed(ada, "web.example.org");
        var away = away(server);
        UUID first = deliveryOf(rotate(ada, server, "none"));

        refusedAs(rotate(ada, server, "none"), 409, "password-being-set");

        away.set(false);
        awaitEnd(first);
        deliveryOf(rotate(ada, server, "none"));
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKEN", "ANSWER_LOST", "SLOW"})
    void setsTheSameOneAgainWhenAnAnswerIsMissing(Fault fault) {
        String server = deployed(ada, "web.example.org");
        next(fault, 2, server);

        Response answer = rotate(ada, server, "none");

        hear(RootPasswordSet.class, deliveryOf(answer));
        assertThat(isPasswordOf(server, answer.path("password"))).isTrue();
        assertThat(told(server)).isEqualTo(3);
        assertThat(heard(RootPasswordSet.class, server)).isEqualTo(1);
    }

    @Test
    void isSetOnceHoweverOftenItsJobRuns() {
        String server = deployed(ada, "web.example.org");
        UUID delivery = deliveryOf(rotate(ada, server, "none"));
        awaitEnd(delivery);
        long before = told(server);

        TestDatabase.execute("insert into job (job_id, kind, subject_id) values (gen_random_uuid(),"
                + " 'set-root-password', '" + delivery + "')");

        await().untilAsserted(() -> assertThat(TestDatabase.count("job", "subject_id", delivery.toString()))
                .isZero());
        assertThat(told(server)).isEqualTo(before);
        assertThat(heard(RootPasswordSet.class, server)).isEqualTo(1);
    }

    @Test
    void saysSoWhenTheBackEndRefuses() {
        String server = deployed(ada, "web.example.org");
        String hash = hashOf(server);
        next(Fault.REFUSED, 1, server);

        UUID delivery = deliveryOf(rotate(ada, server, "none"));

        assertThat(hear(RootPasswordNotSet.class, delivery).reason()).contains("409");
        assertThat(hashOf(server)).isEqualTo(hash);
        assertThat(stateOf(delivery)).isEqualTo("FAILED");
        assertThat(TestDatabase.count("rotation", "server_id", server)).isZero();
        deliveryOf(rotate(ada, server, "none"));
    }

    @Test
    void givesUpWhenTheBackEndStaysAway() {
        String server = deployed(ada, "web.example.org");
        var away = away(server);

        UUID delivery = deliveryOf(rotate(ada, server, "none"));

        assertThat(hear(RootPasswordNotSet.class, delivery).reason()).contains("did not answer in time");
        assertThat(heard(RootPasswordSet.class, server)).isZero();
        away.set(false);
        deliveryOf(rotate(ada, server, "none"));
    }

    @Test
    void givesUpWhenTheServerIsDeleted() {
        String server = stopped(ada, "web.example.org");
        away(server);
        UUID delivery = deliveryOf(rotate(ada, server, "none"));

        as(ada).delete("/1.3/server/" + server).then().statusCode(204);

        assertThat(hear(RootPasswordNotSet.class, delivery).reason()).isEqualTo("the server was deleted");
        assertThat(TestDatabase.count("rotation", "server_id", server)).isZero();
    }

    @Test
    void doesNotSetWhatWasCancelledBefore() {
        anOfferedKey();
        anOfferedKey();
        String server = deployed(ada, "web.example.org");
        String hash = hashOf(server);
        var away = away(server);
        UUID first = deliveryOf(rotate(ada, server, "email"));

        DELIVERIES.say(failed(ada, server, first, "it was cancelled"));

        assertThat(hear(RootPasswordNotSet.class, first).reason()).isEqualTo("its delivery had ended before");
        assertThat(hashOf(server)).isEqualTo(hash);
        away.set(false);
        hear(RootPasswordSet.class, deliveryOf(rotate(ada, server, "email")));
        assertThat(heard(RootPasswordSet.class, server)).isEqualTo(1);
    }

    @Test
    void saysThatAPasswordWasMadeBeforeThatItIsSet() {
        String server = deployed(ada, "web.example.org");

        hear(RootPasswordSet.class, deliveryOf(rotate(ada, server, "none")));

        assertThat(TestRotations.CREDENTIALS.heard().stream()
                        .filter(event -> event.key().equals(server))
                        .<Class<?>>map(Object::getClass))
                .containsExactly(PasswordShown.class, PasswordShown.class, RootPasswordSet.class);
    }

    /** The id of a server whose first password is on its way. */
    private String mailed() {
        anOfferedKey();
        String server = request(ada, body("web.example.org", disk(25))).path("server.uuid");
        awaitState(ada, server, "started");
        assertThat(sandbox().hasMachine(server)).isTrue();
        return server;
    }
}
