package io.handover.events.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents that are checked in say what the records say; {@code ./handover asyncapi} writes them anew. */
class ContractDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private static final Path DOCUMENT = Path.of("asyncapi.yaml");
    private static final Path SCHEMAS = Path.of("schemas");
    private static final Path RELEASED = Path.of("released", "asyncapi.yaml");

    static Stream<Class<?>> events() {
        return AsyncApi.events();
    }

    @Test
    void hasEveryTopicInItsAsyncApiDocument() throws IOException {
        isCurrent(DOCUMENT, YAML.writeValueAsString(AsyncApi.document()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void hasASchemaForEveryEvent(Class<?> event) throws IOException {
        isCurrent(schemaOf(event), JSON.writeValueAsString(EventSchemas.of(event)) + "\n");
    }

    @Test
    void hasNoSchemaForAnythingElse() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.collect(Collectors.toSet()))
                    .isEqualTo(events().map(ContractDocumentTest::schemaOf).collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void holdsOfTheGoldenExampleAndNotOfHalfOfIt(Class<?> event) throws IOException {
        ObjectNode golden = (ObjectNode) AsyncApi.golden(event);
        Schema schema = schema(Files.readString(schemaOf(event)));

        assertThat(schema.validate(golden.toString(), InputFormat.JSON)).isEmpty();
        for (String component : required(event)) {
            assertThat(schema.validate(golden.deepCopy().without(component).toString(), InputFormat.JSON))
                    .as("without %s", component)
                    .isNotEmpty();
        }
    }

    @Test
    void breaksNoConsumerOfTheReleasedContract() throws IOException {
        JsonNode released = YAML.readTree(RELEASED.toFile());

        assertThat(Compatibility.breaks(released, AsyncApi.document())).isEmpty();
    }

    private static Set<String> required(Class<?> event) {
        return EventSchemas.of(event)
                .path("required")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static Path schemaOf(Class<?> event) {
        return SCHEMAS.resolve(event.getSimpleName() + ".json");
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text, InputFormat.JSON);
    }

    private static void isCurrent(Path file, String present) throws IOException {
        if (System.getProperty("handover.asyncapi.accept") != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, present);
        }
        assertThat(present)
                .as("%s; accept a change with: ./handover asyncapi", file)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}
