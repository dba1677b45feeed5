package io.handover.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files are the contract: an event that no longer reads or writes its file has changed for outsiders. */
class GoldenExamplesTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    static Stream<Class<?>> events() {
        return Topics.ALL.stream()
                .flatMap(topic -> Arrays.stream(topic.family().getPermittedSubclasses()))
                .filter(event -> !event.getSimpleName().startsWith("Unknown"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsAndWritesItsGoldenExample(Class<?> event) throws IOException {
        String file = "/golden/" + event.getSimpleName() + ".json";
        try (InputStream golden = GoldenExamplesTest.class.getResourceAsStream(file)) {
            assertThat(golden).as("every event has its example %s", file).isNotNull();
            var tree = JSON.readTree(golden);

            assertThat(JSON.<JsonNode>valueToTree(JSON.treeToValue(tree, event)))
                    .isEqualTo(tree);
            assertThat(tree.size())
                    .as("the example shows every component")
                    .isEqualTo(event.getRecordComponents().length);
        }
    }
}
