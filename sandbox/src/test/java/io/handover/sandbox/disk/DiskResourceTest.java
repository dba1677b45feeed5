package io.handover.sandbox.disk;

import static io.handover.sandbox.TestMachines.aMachine;
import static io.handover.sandbox.TestMachines.anyId;
import static io.handover.sandbox.TestMachines.asked;
import static io.handover.sandbox.TestMachines.disk;
import static io.handover.sandbox.TestMachines.made;
import static io.handover.sandbox.TestMachines.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.sandbox.folder.StateFolder;
import io.handover.sandbox.removal.Removals;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DiskResourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sizeGib\":1}",
                "{\"sizeGib\":4096,\"source\":null}",
                "{\"sizeGib\":25,\"source\":\"01000000-0000-4000-8000-000030240200\"}"
            })
    void makesADisk(String body) {
        UUID id = anyId();

        Response answer = asked().body(body).put("/v1/disks/" + id);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        made(aMachine("disks", List.of(id)));
    }

    @Test
    void makesADiskHoweverOftenItIsAsked() {
        UUID id = anyId();

        asked().body("{\"sizeGib\":1}").put("/v1/disks/" + id).then().statusCode(204);
        asked().body("{\"sizeGib\":2}").put("/v1/disks/" + id).then().statusCode(204);
    }

    @Test
    void deletesADiskHoweverOftenItIsAsked() {
        UUID id = anyId();
        asked().body("{\"sizeGib\":1}").put("/v1/disks/" + id).then().statusCode(204);

        asked().delete("/v1/disks/" + id).then().statusCode(204);
        asked().delete("/v1/disks/" + id).then().statusCode(204);

        assertThat(put(anyId(), aMachine("disks", List.of(id))).statusCode()).isEqualTo(409);
    }

    @Test
    void refusesToMakeADeletedDiskAgain() {
        UUID id = disk();
        asked().delete("/v1/disks/" + id).then().statusCode(204);

        Response answer = asked().body("{\"sizeGib\":1}").put("/v1/disks/" + id);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(put(anyId(), aMachine("disks", List.of(id))).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                               | sizeGib: must be 1 to 4096.
                    {"sizeGib":0}                    | sizeGib: must be 1 to 4096.
                    {"sizeGib":4097}                 | sizeGib: must be 1 to 4096.
                    {"sizeGib":"big"}                | sizeGib: has the wrong type.
                    {"sizeGib":99999999999}          | sizeGib: has the wrong type.
                    {"sizeGib":1,"source":"no-uuid"} | source: has the wrong type.
                    {"sizeGib":1,"source":[]}        | source: has the wrong type.
                    null                             | body: is required.
                    []                               | The body has the wrong shape: a JSON object is wanted.
                    {                                | The body is not valid JSON.
                    """)
    void refusesWhatIsNoDisk(String body, String detail) {
        Response answer = asked().body(body).put("/v1/disks/" + anyId());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:request-invalid");
        assertThat(answer.<String>path("detail")).isEqualTo(detail);
    }

    @Test
    void findsDisksAfterARestart(@TempDir Path path) {
        ObjectMapper json = new ObjectMapper();
        UUID kept = anyId();
        UUID deleted = anyId();
        try (StateFolder folder = StateFolder.open(path)) {
            Disks disks = new Disks(folder, json, new Removals());
            disks.put(kept, new PutDisk(1, null));
            disks.put(deleted, new PutDisk(1, null));
            disks.delete(deleted);
        }

        try (StateFolder folder = StateFolder.open(path)) {
            Disks disks = new Disks(folder, json, new Removals());

            assertThat(disks.find(kept)).isPresent();
            assertThat(disks.find(deleted)).isEmpty();
        }
    }

    @Test
    void findsAgainWhatADiskHoldsAndIsNotStoppedByOneThatIsUnreadable(@TempDir Path path) throws IOException {
        ObjectMapper json = new ObjectMapper();
        UUID kept = anyId();
        UUID older = anyId();
        UUID broken = anyId();
        try (StateFolder folder = StateFolder.open(path)) {
            Disks disks = new Disks(folder, json, new Removals());
            disks.put(kept, new PutDisk(1, null));
            disks.write(kept, "hello");
            disks.grow(kept, 2);
        }
        Files.writeString(path.resolve("disks/" + older + ".json"), "{\"sizeGib\":25,\"source\":null}");
        Files.writeString(path.resolve("disks/" + broken + ".json"), "{");

        try (StateFolder folder = StateFolder.open(path)) {
            Disks disks = new Disks(folder, json, new Removals());

            assertThat(disks.find(kept)).contains(new Disk(2, null, "hello"));
            assertThat(disks.find(older)).contains(new Disk(25, null, ""));
            assertThat(disks.find(broken)).isEmpty();
        }
    }

    @Test
    void growsADiskHoweverOftenItIsAsked() {
        UUID id = disk();

        asked().body("{\"sizeGib\":26}").put(path(id, "size")).then().statusCode(204);
        asked().body("{\"sizeGib\":26}").put(path(id, "size")).then().statusCode(204);
        asked().body("{\"sizeGib\":4096}").put(path(id, "size")).then().statusCode(204);
    }

    @Test
    void refusesToShrinkADisk() {
        UUID id = disk();

        asked().body("{\"sizeGib\":25}").put(path(id, "size")).then().statusCode(204);
        refused(asked().body("{\"sizeGib\":24}").put(path(id, "size")), 409, "disk-shrinks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sizeGib\":0}", "{\"sizeGib\":4097}", "{\"sizeGib\":\"big\"}", "null", "", "["})
    void refusesWhatIsNoSize(String body) {
        refused(asked().body(body).put(path(disk(), "size")), 400, "request-invalid");
    }

    @Test
    void refusesACopyThatIsSmallerThanItsSource() {
        UUID source = disk();

        refused(asked().body(copyOf(source, 24)).put("/v1/disks/" + anyId()), 409, "disk-too-small");
        asked().body(copyOf(source, 25)).put("/v1/disks/" + anyId()).then().statusCode(204);
        asked().body(copyOf(source, 26)).put("/v1/disks/" + anyId()).then().statusCode(204);
    }

    @Test
    void restoresADiskHoweverOftenItIsAsked() {
        UUID id = disk();
        UUID backup = anyId();
        asked().body(copyOf(id, 25)).put("/v1/disks/" + backup).then().statusCode(204);

        asked().body(restore(backup)).post(path(id, "restore")).then().statusCode(204);
        asked().body(restore(backup)).post(path(id, "restore")).then().statusCode(204);
    }

    @Test
    void refusesToRestoreWhatDoesNotFit() {
        UUID id = disk();
        UUID bigger = anyId();
        asked().body("{\"sizeGib\":26}").put("/v1/disks/" + bigger).then().statusCode(204);

        refused(asked().body(restore(bigger)).post(path(id, "restore")), 409, "disk-too-small");
    }

    @Test
    void refusesToRestoreFromNothing() {
        refused(asked().body(restore(anyId())).post(path(disk(), "restore")), 409, "source-not-found");
        refused(asked().body("{}").post(path(disk(), "restore")), 400, "request-invalid");
        refused(asked().body("{\"source\":\"no-uuid\"}").post(path(disk(), "restore")), 400, "request-invalid");
    }

    @Test
    void refusesToChangeADiskThatIsNotThere() {
        refused(asked().body("{\"sizeGib\":26}").put(path(anyId(), "size")), 404, "disk-not-found");
        refused(asked().body(restore(disk())).post(path(anyId(), "restore")), 404, "disk-not-found");
    }

    private static String path(UUID id, String what) {
        return "/v1/disks/" + id + "/" + what;
    }

    private static String copyOf(UUID source, int sizeGib) {
        return "{\"sizeGib\":" + sizeGib + ",\"source\":\"" + source + "\"}";
    }

    private static String restore(UUID source) {
        return "{\"source\":\"" + source + "\"}";
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + slug);
    }
}
