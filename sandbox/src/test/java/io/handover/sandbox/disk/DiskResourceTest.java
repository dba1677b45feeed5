package io.handover.sandbox.disk;

import static io.handover.sandbox.TestMachines.aMachine;
import static io.handover.sandbox.TestMachines.anyId;
import static io.handover.sandbox.TestMachines.asked;
import static io.handover.sandbox.TestMachines.made;
import static io.handover.sandbox.TestMachines.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.sandbox.folder.StateFolder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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
            Disks disks = new Disks(folder, json);
            disks.put(kept, new Disk(1, null));
            disks.put(deleted, new Disk(1, null));
            disks.delete(deleted);
        }

        try (StateFolder folder = StateFolder.open(path)) {
            Disks disks = new Disks(folder, json);

            assertThat(disks.has(kept)).isTrue();
            assertThat(disks.has(deleted)).isFalse();
        }
    }
}
