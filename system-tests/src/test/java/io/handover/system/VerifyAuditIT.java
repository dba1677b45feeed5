package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.handover.events.audit.AuditChain;
import io.handover.events.audit.AuditLine;
import io.handover.events.audit.CanonicalJson;
import io.handover.quickstart.audit.VerifyAudit;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ./handover verify-audit} says of the exports of an account in which something happened. */
@ExtendWith(RunningStack.class)
class VerifyAuditIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final String EXPORT = "/1.3/audit-logs/export?format=";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private Workspace ada;
    private String server = "";

    @BeforeEach
    void deploy(RunningStack stack) {
        ada = Workspace.open(stack.api(), "ada");
        ada.addMember("bob");
        server = ada.deploy("audit.example.org", "email").server();
        await().atMost(LONG_ENOUGH).until(() -> get(EXPORT + "json").contains("delivery.send"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void theCommandTellsAnExportFromAChangedOne(String format) throws Exception {
        String export = get(EXPORT + format);

        assertThat(command(export))
                .contains("holds: ", "each as it was written")
                .endsWith("status 0");
        assertThat(command(export.replaceFirst("server\\.create", "server.delete")))
                .contains("is broken at row ")
                .endsWith("status 1");
    }

    @Test
    void eachFieldOfEachRowIsVouchedFor() throws IOException {
        String export = get(EXPORT + "json");
        int rows = lines(export).size();
        for (int row = 0; row < rows; row++) {
            for (String field : AuditLine.COLUMNS) {
                var changed = lines(export);
                changed.get(row).put(field, field.equals(AuditLine.SEQUENCE) ? (Object) 77 : "x");
                assertThat(verify(JSON.writeValueAsString(changed)))
                        .as(field)
                        .contains("is broken at row " + (row + 1) + ":")
                        .endsWith("status 1");
            }
        }
    }

    @Test
    void noRowCanGo() throws IOException {
        String export = get(EXPORT + "json");
        int rows = lines(export).size();
        for (int row = 0; row < rows; row++) {
            var changed = lines(export);
            changed.remove(row);
            assertThat(verify(JSON.writeValueAsString(changed)))
                    .contains("is broken at row " + Math.min(row + 1, rows - 1) + ":");
        }
    }

    @Test
    void aDeliveryRecordIsTheOneThatTheTrailVouchesFor() throws IOException {
        String id = JSON.readTree(get("/v1/deliveries?server=" + server))
                .at("/deliveries/0/id")
                .asText();
        Map<String, Object> record = JSON.readValue(get("/v1/deliveries/" + id), new TypeReference<>() {});
        record.keySet().removeAll(Set.of("advice", "arrived_at"));

        assertThat(lines(get(EXPORT + "json")))
                .filteredOn(line -> "delivery.send".equals(line.get("action")))
                .singleElement()
                .extracting(line -> line.get("detail"))
                .isEqualTo("by email; record " + AuditChain.sha256(CanonicalJson.of(record)));
    }

    private String get(String path) {
        return ada.api().get(ada.owner(), path).then().statusCode(200).extract().asString();
    }

    private static List<Map<String, Object>> lines(String export) throws IOException {
        return JSON.readValue(export, new TypeReference<ArrayList<Map<String, Object>>>() {});
    }

    private String verify(String export) throws IOException {
        var told = new ByteArrayOutputStream();
        var stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        int status = VerifyAudit.run(arguments(export), stream, stream);
        return told.toString(StandardCharsets.UTF_8) + "status " + status;
    }

    /** The packaged one, in a process of its own. */
    private String command(String export) throws IOException, InterruptedException {
        Path target = Path.of(System.getProperty("handover.checkout"), "quickstart", "target");
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                target.resolve("quickstart.jar")
                        + File.pathSeparator
                        + target.resolve("lib").resolve("*"),
                "io.handover.quickstart.Main",
                "verify-audit");
        Path told = folder.resolve("told");
        int status = new ProcessBuilder(
                        Stream.concat(java.stream(), arguments(export).stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start()
                .waitFor();
        return Files.readString(told) + "status " + status;
    }

    private List<String> arguments(String export) throws IOException {
        Path file = Files.writeString(folder.resolve("export"), export);
        Path keys = Files.writeString(folder.resolve("keys"), get("/v1/audit-keys"));
        return List.of(Objects.toString(file), "--key", Objects.toString(keys));
    }
}
