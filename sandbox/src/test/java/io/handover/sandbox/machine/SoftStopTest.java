package io.handover.sandbox.machine;

import static io.handover.sandbox.TestLogin.run;
import static io.handover.sandbox.TestMachines.PASSWORD;
import static io.handover.sandbox.TestMachines.aMachine;
import static io.handover.sandbox.TestMachines.address;
import static io.handover.sandbox.TestMachines.asked;
import static io.handover.sandbox.TestMachines.change;
import static io.handover.sandbox.TestMachines.id;
import static io.handover.sandbox.TestMachines.made;
import static io.handover.sandbox.TestMachines.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A soft stop is a request to the guest, which may have turned a deaf ear. */
@QuarkusTest
class SoftStopTest {

    private static final String IN_A_SECOND = """
            {"type":"soft","timeoutSeconds":1,"destroyOnTimeout":true}""";
    private static final String IN_A_DAY = """
            {"timeoutSeconds":86400,"destroyOnTimeout":true}""";

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":\"soft\"}", "{\"type\":\"hard\"}", "null", IN_A_SECOND, IN_A_DAY})
    void stopsAtOnceWhenTheGuestListens(String how) {
        Response machine = made(aMachine());

        Response stopped = change(machine, "stop", how);

        assertThat(stopped.<String>path("state")).isEqualTo("stopped");
        assertThat(stopped.<Object>path("unplug")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"timeoutSeconds\":1}", "{\"destroyOnTimeout\":true}"})
    void asksADeafGuestInVain(String how) throws IOException {
        Response machine = deaf();

        Response asked = change(machine, "stop", how);

        assertThat(asked.<String>path("state")).isEqualTo("running");
        assertThat(asked.<Object>path("unplug")).isNull();
        assertThat(change(machine, "restart", how).<Object>path("unplug")).isNull();
        assertThat(run(address(machine), PASSWORD, "acpid").out()).startsWith("acpid is off");
    }

    @Test
    void pullsThePlugOfADeafGuest() throws IOException {
        Response machine = deaf();

        assertThat(change(machine, "stop", "{\"type\":\"hard\"}").<String>path("state"))
                .isEqualTo("stopped");
    }

    @Test
    void pullsThePlugWhenTheTimeIsUp() throws IOException {
        Response machine = deaf();

        Response asked = change(machine, "stop", IN_A_SECOND);

        assertThat(asked.<String>path("state")).isEqualTo("running");
        assertThat(asked.<Boolean>path("unplug.thenStart")).isFalse();
        await().untilAsserted(() -> assertThat(state(machine)).isEqualTo("stopped"));
        assertThat(seen(machine).<Object>path("unplug")).isNull();
    }

    @Test
    void restartsADeafGuestWhenTheTimeIsUp() throws IOException {
        Response machine = deaf();

        Response asked = change(machine, "restart", IN_A_SECOND);

        assertThat(asked.<Boolean>path("unplug.thenStart")).isTrue();
        await().untilAsserted(
                        () -> assertThat(seen(machine).<Object>path("unplug")).isNull());
        assertThat(state(machine)).isEqualTo("running");
        assertThat(run(address(machine), PASSWORD, "acpid").out()).startsWith("acpid is on");
    }

    @Test
    void doesNotPutATimeoutOffWhenAskedForTheSameAgain() throws IOException {
        Response machine = deaf();
        String at = change(machine, "stop", IN_A_DAY).path("unplug.at");

        assertThat(change(machine, "stop", IN_A_DAY).<String>path("unplug.at")).isEqualTo(at);
        change(machine, "stop", IN_A_SECOND);

        await().untilAsserted(() -> assertThat(state(machine)).isEqualTo("stopped"));
    }

    @Test
    void doesWhatWasAskedForLast() throws IOException {
        Response machine = deaf();
        change(machine, "stop", IN_A_SECOND);

        assertThat(change(machine, "restart", IN_A_DAY).<Boolean>path("unplug.thenStart"))
                .isTrue();
        assertThat(change(machine, "start").<Object>path("unplug")).isNull();
        change(machine, "stop", IN_A_DAY);
        assertThat(change(machine, "stop", "{}").<Object>path("unplug")).isNull();
        assertThat(state(machine)).isEqualTo("running");
    }

    @Test
    void forgetsADeletedMachine() throws IOException {
        Response machine = deaf();
        change(machine, "stop", IN_A_SECOND);
        asked().delete(path(id(machine))).then().statusCode(204);

        Response other = deaf();
        change(other, "stop", IN_A_SECOND);

        await().untilAsserted(() -> assertThat(state(other)).isEqualTo("stopped"));
        assertThat(seen(machine).statusCode()).isEqualTo(404);
    }

    @Test
    void needsNoBodyNorItsMediaType() {
        Response machine = made(aMachine());

        Response stopped = asked().noContentType().post(path(id(machine)) + "/stop");

        assertThat(stopped.<String>path("state")).isEqualTo("stopped");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"gentle"}           | type: has the wrong type.
                    {"timeoutSeconds":0}        | timeoutSeconds: must be 1 to 86400.
                    {"timeoutSeconds":86401}    | timeoutSeconds: must be 1 to 86400.
                    {"timeoutSeconds":"soon"}   | timeoutSeconds: has the wrong type.
                    {"destroyOnTimeout":"soon"} | destroyOnTimeout: has the wrong type.
                    []                          | The body has the wrong shape: a JSON object is wanted.
                    {                           | The body is not valid JSON.
                    """)
    void refusesAnotherWayToStop(String how, String detail) {
        Response machine = made(aMachine());

        for (String change : new String[] {"stop", "restart"}) {
            Response answer = change(machine, change, how);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:request-invalid");
            assertThat(answer.<String>path("detail")).isEqualTo(detail);
        }
        assertThat(state(machine)).isEqualTo("running");
    }

    private static Response deaf() throws IOException {
        Response machine = made(aMachine());
        run(address(machine), PASSWORD, "acpid off");
        return machine;
    }

    private static Response seen(Response machine) {
        return asked().get(path(id(machine)));
    }

    private static String state(Response machine) {
        return seen(machine).path("state");
    }
}
