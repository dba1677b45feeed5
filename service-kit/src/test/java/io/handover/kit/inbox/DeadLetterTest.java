package io.handover.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {

    private static final UUID ID = new UUID(0, 1);
    private static final String ACCOUNT = "0198c0de-0000-7000-8000-000000000000";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "{}", "\0 \u0001 \"quoted\" \\ ü 🙂", "null"})
    void keepsARecordAsItWasHeard(String value) {
        var record = record("key", value);
        record.headers().add("ce_id", "\0 no id".getBytes(StandardCharsets.UTF_8));
        record.headers().add("twice", new byte[] {1});
        record.headers().add("twice", new byte[] {-1});
        record.headers().add("none", null);

        String content = DeadLetter.of(ID, "notebook.note", record).content();
        ConsumerRecord<String, String> kept = DeadLetter.restored("topic", 1, 7, "key", content);

        assertThat(kept.value()).isEqualTo(value);
        assertThat(kept.headers()).isEqualTo(record.headers());
        assertThat(kept)
                .extracting(ConsumerRecord::topic, ConsumerRecord::partition, ConsumerRecord::offset)
                .containsExactly("topic", 1, 7L);
    }

    @Test
    void hasTheIdOfItsEvent() {
        var record = record("key", "{}");
        record.headers().add("ce_id", ACCOUNT.getBytes(StandardCharsets.UTF_8));

        assertThat(DeadLetter.of(ID, "notebook.note", record).eventId()).isEqualTo(UUID.fromString(ACCOUNT));
    }

    @Test
    void hasAnIdOfWhereItLiesWithoutOne() {
        UUID there = DeadLetter.of(ID, "notebook.note", record("key", "{}")).eventId();

        assertThat(DeadLetter.of(new UUID(0, 2), "notebook.note", record("key", "{}"))
                        .eventId())
                .isEqualTo(there);
        assertThat(DeadLetter.of(ID, "notebook.note", new ConsumerRecord<>("topic", 1, 8, "key", "{}"))
                        .eventId())
                .isNotEqualTo(there);
    }

    @Test
    void isOfTheAccountThatItsKeyNamesWhenItsHeadersDoNot() {
        assertThat(DeadLetter.of(ID, "notebook.note", record(ACCOUNT, "{}")).account())
                .contains(UUID.fromString(ACCOUNT));
        assertThat(DeadLetter.of(ID, "notebook.note", record("key", "{}")).account())
                .isEmpty();
    }

    @Test
    void takesNoTypeThatLooksLikeNone() {
        var record = record("key", "{}");
        record.headers().add("ce_type", "ada@example.org".getBytes(StandardCharsets.UTF_8));

        assertThat(DeadLetter.of(ID, "notebook.note", record).type()).isEqualTo(Optional.empty());
    }

    @Test
    void hasAKeyThatADatabaseTakes() {
        assertThat(DeadLetter.keyOf(record("a\0b", "{}"))).isEqualTo("a\uFFFDb");
        assertThat(DeadLetter.keyOf(new ConsumerRecord<String, String>("topic", 1, 7, null, "{}")))
                .isEmpty();
    }

    private static ConsumerRecord<String, String> record(String key, String value) {
        return new ConsumerRecord<>("topic", 1, 7, key, value);
    }
}
