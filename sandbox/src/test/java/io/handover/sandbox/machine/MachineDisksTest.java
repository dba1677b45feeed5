package io.handover.sandbox.machine;

import static io.handover.sandbox.TestLogin.run;
import static io.handover.sandbox.TestMachines.PASSWORD;
import static io.handover.sandbox.TestMachines.aMachine;
import static io.handover.sandbox.TestMachines.address;
import static io.handover.sandbox.TestMachines.anyId;
import static io.handover.sandbox.TestMachines.asked;
import static io.handover.sandbox.TestMachines.change;
import static io.handover.sandbox.TestMachines.disk;
import static io.handover.sandbox.TestMachines.id;
import static io.handover.sandbox.TestMachines.made;
import static io.handover.sandbox.TestMachines.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks and size of a machine, as its root sees them. */
@QuarkusTest
class MachineDisksTest {

    @Test
    void givesARunningMachineOtherDisksHoweverOftenItIsAsked() throws IOException {
        UUID first = disk();
        UUID second = disk();
        Response machine = made(aMachine("disks", List.of(first)));
        shell(machine, "disk write 0 first");

        for (List<UUID> disks : List.of(List.of(second, first), List.of(second, first))) {
            assertThat(setDisks(machine, disks).<List<String>>path("disks"))
                    .containsExactly(second.toString(), first.toString());
        }

        assertThat(shell(machine, "disk read 0")).isEqualTo("\n");
        assertThat(shell(machine, "disk read 1")).isEqualTo("first\n");
        setDisks(machine, List.of());
        assertThat(shell(machine, "disk")).isEmpty();
    }

    @Test
    void movesADiskWithWhatItHolds() throws IOException {
        UUID disk = disk();
        Response one = made(aMachine("disks", List.of(disk)));
        Response other = made(aMachine());
        shell(one, "disk write 0 from one");

        setDisks(one, List.of());
        setDisks(other, List.of(disk));

        assertThat(shell(other, "disk read 0")).isEqualTo("from one\n");
    }

    @Test
    void copiesWhatADiskHoldsAndBringsItBack() throws IOException {
        UUID disk = disk();
        UUID backup = anyId();
        Response machine = made(aMachine("disks", List.of(disk)));
        shell(machine, "disk write 0 good");
        copy(disk, backup);
        shell(machine, "disk write 0 spoilt");

        Response clone = made(aMachine("disks", List.of(copy(backup, anyId()))));
        asked().body("{\"source\":\"" + backup + "\"}")
                .post("/v1/disks/" + disk + "/restore")
                .then()
                .statusCode(204);

        assertThat(shell(clone, "disk read 0")).isEqualTo("good\n");
        assertThat(shell(machine, "disk read 0")).isEqualTo("good\n");
        shell(clone, "disk write 0 apart");
        assertThat(shell(machine, "disk read 0")).isEqualTo("good\n");
    }

    @Test
    void keepsWhatADiskHoldsWhenItGrowsAndTheMachineRestarts() throws IOException {
        UUID disk = disk();
        Response machine = made(aMachine("disks", List.of(disk)));
        shell(machine, "disk write 0 here to stay");

        asked().body("{\"sizeGib\":4096}")
                .put("/v1/disks/" + disk + "/size")
                .then()
                .statusCode(204);
        change(machine, "restart");

        assertThat(shell(machine, "disk")).isEqualTo("0: 4096 GiB\n");
        assertThat(shell(machine, "disk read 0")).isEqualTo("here to stay\n");
    }

    @Test
    void pullsOutADiskThatIsDeleted() throws IOException {
        UUID deleted = disk();
        UUID other = disk();
        Response machine = made(aMachine("disks", List.of(deleted, other)));
        shell(machine, "disk write 1 other");

        asked().delete("/v1/disks/" + deleted).then().statusCode(204);

        assertThat(shell(machine, "disk read 0")).isEqualTo("other\n");
    }

    @Test
    void refusesADiskThatIsNotThere() throws IOException {
        Response machine = made(aMachine("disks", List.of(disk())));

        refused(setDisks(machine, List.of(disk(), anyId())), 409, "disk-not-found");

        assertThat(shell(machine, "disk")).isEqualTo("0: 25 GiB\n");
    }

    @ParameterizedTest
    @MethodSource("invalidDisks")
    void refusesWhatAreNoDisks(Map<String, Object> body) {
        refused(asked().body(body).put(path(id(made(aMachine()))) + "/disks"), 400, "request-invalid");
    }

    static Stream<Map<String, @Nullable Object>> invalidDisks() {
        UUID disk = anyId();
        return Stream.of(
                Map.of(),
                Map.of("disks", "none"),
                Map.of("disks", List.of("no-uuid")),
                Map.of("disks", Arrays.asList((Object) null)),
                Map.of("disks", List.of(disk, disk)),
                Map.of("disks", Stream.generate(UUID::randomUUID).limit(17).toList()));
    }

    @Test
    void takesSixteenDisks() throws IOException {
        Response machine = made(aMachine());

        setDisks(machine, Stream.generate(() -> disk()).limit(16).toList())
                .then()
                .statusCode(200);

        assertThat(shell(machine, "disk").lines()).hasSize(16).last().isEqualTo("15: 25 GiB");
    }

    @Test
    void resizesAStoppedMachineHoweverOftenItIsAsked() {
        Response machine = made(aMachine());
        change(machine, "stop");

        resize(machine, 256, 4_194_304).then().statusCode(200);
        resize(machine, 256, 4_194_304).then().statusCode(200);
        change(machine, "start");

        Response resized = resize(machine, 256, 4_194_304);
        assertThat(resized.<Integer>path("cores")).isEqualTo(256);
        assertThat(resized.<Integer>path("memoryMib")).isEqualTo(4_194_304);
    }

    @Test
    void refusesToResizeARunningMachine() {
        Response machine = made(aMachine());

        refused(resize(machine, 2, 1024), 409, "machine-running");

        assertThat(asked().get(path(id(machine))).<Integer>path("cores")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cores\":0,\"memoryMib\":1024}",
                "{\"cores\":257,\"memoryMib\":1024}",
                "{\"cores\":1,\"memoryMib\":255}",
                "{\"cores\":1,\"memoryMib\":4194305}",
                "{}",
                ""
            })
    void refusesWhatIsNoSize(String body) {
        Response machine = made(aMachine());
        change(machine, "stop");

        refused(asked().body(body).put(path(id(machine)) + "/size"), 400, "request-invalid");
    }

    @Test
    void refusesToChangeAMachineThatIsNotThere() {
        refused(asked().body(Map.of("disks", List.of())).put(path(anyId()) + "/disks"), 404, "machine-not-found");
        refused(
                asked().body("{\"cores\":1,\"memoryMib\":1024}").put(path(anyId()) + "/size"),
                404,
                "machine-not-found");
    }

    @Test
    void refusesTheSameDiskTwice() {
        refused(
                asked().body(aMachine("disks", Collections.nCopies(2, disk()))).put(path(anyId())),
                400,
                "request-invalid");
    }

    private static String shell(Response machine, String command) throws IOException {
        return run(address(machine), PASSWORD, command).out();
    }

    private static Response setDisks(Response machine, List<UUID> disks) {
        return asked().body(Map.of("disks", disks)).put(path(id(machine)) + "/disks");
    }

    private static Response resize(Response machine, int cores, int memoryMib) {
        return asked().body(Map.of("cores", cores, "memoryMib", memoryMib)).put(path(id(machine)) + "/size");
    }

    private static UUID copy(UUID source, UUID id) {
        asked().body(Map.of("sizeGib", 25, "source", source))
                .put("/v1/disks/" + id)
                .then()
                .statusCode(204);
        return id;
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:handover:problem:" + slug);
    }
}
