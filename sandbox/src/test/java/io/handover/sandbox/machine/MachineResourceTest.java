package io.handover.sandbox.machine;

import static io.handover.sandbox.TestMachines.aMachine;
import static io.handover.sandbox.TestMachines.address;
import static io.handover.sandbox.TestMachines.anyId;
import static io.handover.sandbox.TestMachines.asked;
import static io.handover.sandbox.TestMachines.change;
import static io.handover.sandbox.TestMachines.disk;
import static io.handover.sandbox.TestMachines.id;
import static io.handover.sandbox.TestMachines.made;
import static io.handover.sandbox.TestMachines.path;
import static io.handover.sandbox.TestMachines.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.handover.sandbox.TestLogin;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MachineResourceTest {

    private static final String KEY = key();

    @Test
    void makesAMachineThatRuns() {
        UUID id = anyId();

        Response made = put(id, aMachine("disks", List.of(disk(), disk())));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(200);
        assertThat(id(made)).isEqualTo(id);
        assertThat(made.<String>path("hostname")).isEqualTo("web.example.org");
        assertThat(made.<String>path("state")).isEqualTo("running");
        assertThat(made.asString()).doesNotContain("$6$");
        assertThat(asked().get(path(id)).asString()).isEqualTo(made.asString());
    }

    @Test
    void showsAllThatThereIs() {
        Response made = made(aMachine());
        change(made, "stop");

        asked().get("/v1/inventory")
                .then()
                .statusCode(200)
                .body("machines.find { it.id == '" + id(made) + "' }.state", equalTo("stopped"));

        asked().delete(path(id(made)));
        asked().get("/v1/inventory").then().body("machines.id", not(hasItem(id(made).toString())));
    }

    @Test
    void givesEachMachineAnAddressOfItsOwn() {
        assertThat(address(made(aMachine()))).isNotEqualTo(address(made(aMachine())));
    }

    @Test
    void keepsTheMachineThatIsThere() {
        Response first = made(aMachine());

        Response second = put(id(first), aMachine("hostname", "other.example.org"));

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void makesOneMachineWhenAskedTwiceAtOnce() {
        UUID id = anyId();

        List<String> answers = Stream.generate(() -> id)
                .limit(4)
                .parallel()
                .map(same -> put(same, aMachine()).asString())
                .toList();

        assertThat(answers).containsOnly(asked().get(path(id)).asString());
    }

    @Test
    void leavesAStoppedMachineStoppedWhenItIsPutAgain() {
        Response machine = made(aMachine());
        change(machine, "stop");

        assertThat(put(id(machine), aMachine()).<String>path("state")).isEqualTo("stopped");
    }

    @Test
    void stopsAndStartsOnTheSameAddressHoweverOftenItIsAsked() {
        Response machine = made(aMachine());

        for (String change : List.of("stop", "stop", "start", "start", "restart", "stop", "restart")) {
            Response changed = change(machine, change);

            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.<String>path("state")).isEqualTo(change.equals("stop") ? "stopped" : "running");
            assertThat(address(changed)).isEqualTo(address(machine));
            assertThat(asked().get(path(id(machine))).asString()).isEqualTo(changed.asString());
        }
    }

    @Test
    void deletesAMachineHoweverOftenItIsAsked() {
        Response machine = made(aMachine());

        asked().delete(path(id(machine))).then().statusCode(204);
        asked().delete(path(id(machine))).then().statusCode(204);

        refused(asked().get(path(id(machine))), 404, "machine-not-found");
    }

    @Test
    void refusesToMakeADeletedMachineAgain() {
        Response machine = made(aMachine());
        asked().delete(path(id(machine))).then().statusCode(204);

        refused(put(id(machine), aMachine()), 409, "removed");

        refused(asked().get(path(id(machine))), 404, "machine-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "stop", "restart"})
    void refusesToChangeAMachineThatIsNotThere(String change) {
        refused(asked().post(path(anyId()) + "/" + change), 404, "machine-not-found");
    }

    @Test
    void refusesADiskThatIsNotThere() {
        UUID id = anyId();

        refused(put(id, aMachine("disks", List.of(disk(), anyId()))), 409, "disk-not-found");

        assertThat(asked().get(path(id)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("invalidFields")
    void refusesAFieldThatBreaksItsRule(String field, @Nullable Object value, String named) {
        Response answer = put(anyId(), aMachine(field, value));

        refused(answer, 400, "request-invalid");
        assertThat(answer.<String>path("detail")).startsWith(named + ":").doesNotContain("$6$");
    }

    static Stream<Arguments> invalidFields() {
        return Stream.of(
                arguments("hostname", null, "hostname"),
                arguments("hostname", "", "hostname"),
                arguments("hostname", "-web", "hostname"),
                arguments("hostname", "web-", "hostname"),
                arguments("hostname", "web..org", "hostname"),
                arguments("hostname", "web example", "hostname"),
                arguments("hostname", "web\u001b[2J", "hostname"),
                arguments("hostname", "x".repeat(64), "hostname"),
                arguments("hostname", "x.".repeat(126) + "xx", "hostname"),
                arguments("hostname", List.of(), "hostname"),
                arguments("cores", 0, "cores"),
                arguments("cores", 257, "cores"),
                arguments("cores", null, "cores"),
                arguments("cores", "two", "cores"),
                arguments("memoryMib", 255, "memoryMib"),
                arguments("memoryMib", 4_194_305, "memoryMib"),
                arguments("disks", null, "disks"),
                arguments("disks", "none", "disks"),
                arguments("disks", Arrays.asList((Object) null), "disks[0]"),
                arguments("disks", List.of("no-uuid"), "disks.[0]"),
                arguments("disks", Collections.nCopies(17, anyId()), "disks"),
                arguments("rootPasswordHash", "", "rootPasswordHash"),
                arguments("rootPasswordHash", "$6$salt$short", "rootPasswordHash"),
                arguments("rootPasswordHash", "$5$salt$" + "x".repeat(86), "rootPasswordHash"),
                arguments("rootPasswordHash", "$6$rounds=999$salt$" + "x".repeat(86), "rootPasswordHash"),
                arguments("rootPasswordHash", "$6$rounds=1000000$salt$" + "x".repeat(86), "rootPasswordHash"),
                arguments("rootPasswordHash", "$6$salt$" + "x".repeat(86) + "\nroot::", "rootPasswordHash"),
                arguments("sshKeys", null, "sshKeys"),
                arguments("sshKeys", List.of("ssh-ed25519 junk"), "sshKeys[0]"),
                arguments("sshKeys", List.of(KEY, "command=\"x\" " + KEY), "sshKeys[1]"),
                arguments("sshKeys", Arrays.asList(KEY, null), "sshKeys[1]"),
                arguments("sshKeys", Collections.nCopies(33, KEY), "sshKeys"));
    }

    @ParameterizedTest
    @MethodSource("fieldsAtTheirLimit")
    void takesAFieldAtItsLimit(String field, Object value) {
        asked().delete(path(id(made(aMachine(field, value))))).then().statusCode(204);
    }

    static Stream<Arguments> fieldsAtTheirLimit() {
        return Stream.of(
                arguments("hostname", "x"),
                arguments("hostname", "x".repeat(63)),
                arguments("hostname", "x.".repeat(126) + "x"),
                arguments("cores", 256),
                arguments("memoryMib", 256),
                arguments("memoryMib", 4_194_304),
                arguments("rootPasswordHash", "$6$rounds=1000$s$" + "x".repeat(86)),
                arguments("rootPasswordHash", "$6$rounds=999999$sixteen.letters/$" + "x".repeat(86)),
                arguments("sshKeys", Collections.nCopies(32, KEY)));
    }

    @Test
    void namesEveryFieldThatBreaksItsRule() {
        Response answer = put(anyId(), "{}");

        refused(answer, 400, "request-invalid");
        assertThat(answer.<List<String>>path("errors.name"))
                .containsExactly("cores", "disks", "hostname", "memoryMib", "sshKeys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"text\"", "hostname=web"})
    void refusesABodyThatIsNoMachine(String body) {
        Response answer = put(anyId(), body);

        refused(answer, 400, "request-invalid");
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + slug);
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
    }

    private static String key() {
        try {
            return TestLogin.line(TestLogin.ed25519()) + " ada@example.org";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
