package io.handover.kit.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    private final Ids ids = new Ids(new SecureRandom());

    @Test
    void sortsLaterIdsLater() {
        List<String> made = Stream.generate(ids::timeOrdered)
                .limit(1000)
                .map(UUID::toString)
                .toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> UUID.fromString(id).version() == 7);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x0c, 0xff})
    void tellsTheKindByTheFirstByte(int kind) {
        List<UUID> made = Stream.generate(() -> ids.ofKind(kind)).limit(100).toList();

        assertThat(made).doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> id.toString().startsWith("%02x".formatted(kind)));
        assertThat(made).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }
}
