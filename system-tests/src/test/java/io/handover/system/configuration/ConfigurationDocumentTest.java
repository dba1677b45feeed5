package io.handover.system.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the sources say; {@code ./handover configuration} writes it anew. */
class ConfigurationDocumentTest {

    private static final Path CHECKOUT = Path.of("..");
    private static final Path DOCUMENT = CHECKOUT.resolve("docs/configuration.md");
    private static final String ACCEPT = "handover.configuration.accept";
    private static final String TELEMETRY = "telemetry";
    private static final String KIT = "service-kit";
    private static final List<String> SERVICES =
            List.of("identity-service", "permission-service", "provisioning-service", "notification-service");
    private static final List<String> OTHERS = List.of("gateway", "sandbox");

    private static final String PREFACE = """
            # Configuration

            Every setting of Handover's own. Made from the sources by `./handover configuration`: change the words there.

            A setting is given as an environment variable, as a system property by its key, or as a file named after its key in
            `/run/secrets/handover`, which is the place for passwords, tokens and keys. A duration is `30s`, `5m`, `1h` or ISO 8601's
            `PT30S`; a size is `256K` or `1M`; a list is separated by commas. What is **required** has no default.

            The parts that Handover stands on are set by Quarkus' names, the same in every service:

            | variable | |
            | --- | --- |
            | `QUARKUS_DATASOURCE_REACTIVE_URL` | PostgreSQL for requests: `postgresql://host:5432/identity` |
            | `QUARKUS_DATASOURCE_JDBC_URL` | the same for migrations: `jdbc:postgresql://host:5432/identity` |
            | `QUARKUS_DATASOURCE_USERNAME`, file `quarkus.datasource.password` | the service's own database user |
            | `KAFKA_BOOTSTRAP_SERVERS` | Kafka's addresses |
            | `HANDOVER_IDENTITY_URL` | identity-service, as services and gateway reach it; it is the issuer of access tokens too |
            | `QUARKUS_HTTP_PORT`, `QUARKUS_MANAGEMENT_PORT` | of requests; of health and metrics |
            | `QUARKUS_SHUTDOWN_DELAY` | how long a replica that is asked to end goes on answering while it is unready; none |
            | `QUARKUS_SHUTDOWN_TIMEOUT` | how long requests under way may take then; 10 s |
            | `QUARKUS_LOG_CONSOLE_JSON_ENABLED` | `true`: a JSON object per line of log, as the images have it |
            | `QUARKUS_OTEL_SDK_DISABLED` | `false`: traces are sent to `HANDOVER_TRACE_ENDPOINT` |
            | `QUARKUS_MAILER_HOST`, `_PORT`, `_FROM`, `_TLS`, `_USERNAME`, file `quarkus.mailer.password` | notification: the mail server |
            """;

    @Test
    void isWhatTheSourcesSay() throws IOException {
        String current = document();
        if (System.getProperty(ACCEPT) != null) {
            Files.writeString(DOCUMENT, current);
        }

        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("%s; accept a change with: ./handover configuration", DOCUMENT)
                .isEqualTo(current);
    }

    @Test
    void namesWhatHasNoDefault() {
        assertThat(document())
                .contains("| `HANDOVER_SANDBOX_TOKEN` | text | **required** |")
                .contains("| `HANDOVER_BOUNCE_IMAP_PORT` | number | `993` |")
                .contains("| `HANDOVER_GATEWAY_LIMIT_OPEN_BURST` | number | `60` | How many at once. |");
    }

    private static String document() {
        Map<String, List<Setting>> sections = new LinkedHashMap<>();
        sections.put("Every service and the gateway", settings(TELEMETRY, Map.of()));
        sections.put("Every service", settings(KIT, properties(KIT)));
        SERVICES.forEach(service -> {
            Map<String, String> presets = properties(KIT);
            presets.putAll(properties(service));
            sections.put(service, settings(service, presets));
        });
        OTHERS.forEach(module -> sections.put(module, settings(module, properties(module))));
        return PREFACE
                + sections.entrySet().stream()
                        .map(section -> section(section.getKey(), section.getValue()))
                        .collect(Collectors.joining());
    }

    private static List<Setting> settings(String module, Map<String, String> presets) {
        return new ConfigurationMappings(presets).of(CHECKOUT.resolve(module));
    }

    private static String section(String title, List<Setting> settings) {
        return "\n## " + title + "\n\n| variable | | default | |\n| --- | --- | --- | --- |\n"
                + settings.stream().map(ConfigurationDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Setting setting) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(setting.variable(), setting.type(), preset(setting), setting.words());
    }

    private static String preset(Setting setting) {
        return setting.preset()
                .map(preset -> "`" + preset.replaceAll("\\s+", " ") + "`")
                .orElse(setting.required() ? "**required**" : "none");
    }

    /** What holds in every profile. */
    private static Map<String, String> properties(String module) {
        Path resources = CHECKOUT.resolve(module).resolve("src/main/resources");
        Path file = resources.resolve(
                module.equals(KIT) ? "META-INF/microprofile-config.properties" : "application.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, String> presets = new HashMap<>();
        properties.forEach((key, value) -> presets.put((String) key, (String) value));
        return presets;
    }
}
