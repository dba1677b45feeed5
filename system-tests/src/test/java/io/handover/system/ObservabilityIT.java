package io.handover.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether dashboards and alerts ask for what services have, and say what to do. */
@ExtendWith(RunningStack.class)
class ObservabilityIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Path CHECKOUT = Path.of(System.getProperty("handover.checkout"));
    private static final Path FOLDER = CHECKOUT.resolve("deploy/observability");
    private static final List<String> SERVICES =
            List.of("gateway", "identity", "permission", "provisioning", "notification");

    @Test
    void everyQueryAsksForMetricsAndLabelsThatServicesHave(RunningStack stack) {
        Workspace.open(stack.api(), "ada").deploy("measured.example.org", "email");
        stack.api().get(Caller.NOBODY, "/1.3/server"); // A refusal is counted from the first one on.
        Map<String, String> queries = queries();
        assertThat(queries).hasSizeGreaterThan(30);

        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            Metrics metrics = Metrics.read(SERVICES.stream()
                    .map(service -> given().get(stack.management(service).resolve("/q/metrics"))
                            .asString())
                    .toList());
            assertThat(queries)
                    .allSatisfy(
                            (where, promql) -> assertThat(Query.parse(promql).missingFrom(metrics))
                                    .as(where + ": " + promql)
                                    .isEmpty());
        });
    }

    @Test
    void everyAlertSaysWhatItMeansAndHasAPlaceThatSaysWhatToDo() throws IOException {
        String operations = Files.readString(CHECKOUT.resolve("docs/observability.md"));

        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            JsonNode annotations = alert.path("annotations");
            assertThat(annotations.path("summary").asText()).as(name).isNotBlank();
            assertThat(annotations.path("description").asText()).as(name).isNotBlank();
            assertThat(annotations.path("runbook_url").asText()).endsWith("#" + name.toLowerCase(Locale.ROOT));
            assertThat(operations).contains("### " + name + "\n");
        });
    }

    private static Map<String, String> queries() {
        Map<String, String> queries = new TreeMap<>();
        alerts().forEach(alert -> queries.put(
                "alert " + alert.path("alert").asText(), alert.path("expr").asText()));
        dashboards()
                .forEach(dashboard -> dashboard
                        .path("panels")
                        .forEach(panel -> panel.path("targets")
                                .forEach(target -> queries.put(
                                        "panel " + panel.path("title").asText() + " "
                                                + target.path("refId").asText(),
                                        target.path("expr").asText()))));
        return queries;
    }

    private static List<JsonNode> alerts() {
        return files(FOLDER.resolve("rules"), new YAMLMapper())
                .flatMap(rules -> rules.path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    private static List<JsonNode> dashboards() {
        return files(FOLDER.resolve("grafana/dashboards"), new ObjectMapper()).toList();
    }

    private static Stream<JsonNode> files(Path folder, ObjectMapper mapper) {
        try (var files = Files.list(folder)) {
            return files.map(file -> read(file, mapper)).collect(Collectors.toList()).stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode read(Path file, ObjectMapper mapper) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " can't be read", failed);
        }
    }
}
