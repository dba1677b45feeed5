package io.handover.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void listsEveryTopicWithItsEventsAndNoOther() throws IOException {
        Set<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            rows = lines.filter(line -> line.matches("\\| `.*\\.v\\d+` \\|.*")).collect(Collectors.toSet());
        }

        assertThat(rows).hasSameSizeAs(Topics.ALL);
        for (Topic<?> topic : Topics.ALL) {
            assertThat(rows).anySatisfy(row -> {
                assertThat(row).startsWith("| `" + topic.name() + "` |");
                assertThat(eventsIn(row)).isEqualTo(eventsOf(topic));
            });
        }
    }

    private static Set<String> eventsIn(String row) {
        return Stream.of(row.split("\\|", -1)[3].replaceAll("\\(.*?\\)", "").split(",", -1))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static Set<String> eventsOf(Topic<?> topic) {
        return Arrays.stream(topic.family().getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(name -> !name.startsWith("Unknown"))
                .collect(Collectors.toSet());
    }
}
