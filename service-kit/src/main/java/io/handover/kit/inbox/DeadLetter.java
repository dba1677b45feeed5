package io.handover.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that a consumer has put aside, or holds back because an earlier one of its key is. Each record that is heard
 * might be one, so what only one that is put aside needs is made then.
 *
 * @param key what keeps an order
 * @param eventId {@code ce_id}; where that can't be read, made from where the record lies
 * @param account whose it is, as far as its headers or its key tell
 * @param type {@code ce_type}, if it looks like one
 * @param record as it was heard; may name people
 */
record DeadLetter(
        UUID id,
        String consumer,
        String key,
        UUID eventId,
        Optional<UUID> account,
        Optional<String> type,
        Instant saidAt,
        ConsumerRecord<String, String> record) {

    private static final JsonMapper JSON = new JsonMapper();

    static DeadLetter of(UUID id, String consumer, ConsumerRecord<String, String> record) {
        String key = keyOf(record);
        Envelope envelope = Envelope.of(record.headers());
        return new DeadLetter(
                id,
                consumer,
                key,
                envelope.id().orElseGet(() -> placeOf(record)),
                envelope.account().or(() -> Envelope.uuid(key)),
                envelope.type(),
                Instant.ofEpochMilli(record.timestamp()),
                record);
    }

    /** PostgreSQL's texts hold every character but one. */
    static String keyOf(ConsumerRecord<String, String> record) {
        return record.key() == null ? "" : record.key().replace('\0', '\uFFFD');
    }

    String topic() {
        return record.topic();
    }

    int partition() {
        return record.partition();
    }

    long offset() {
        return record.offset();
    }

    /** The record's headers and value as JSON; may name people. */
    String content() {
        ObjectNode content = JSON.createObjectNode().put("value", record.value());
        ArrayNode headers = content.putArray("headers");
        for (Header header : record.headers()) {
            headers.addArray().add(header.key()).add(header.value());
        }
        return content.toString();
    }

    /** A record from where it lay, and its {@link #content}. */
    static ConsumerRecord<String, String> restored(
            String topic, int partition, long offset, String key, String content) {
        JsonNode parts = parse(content);
        // A record may have no value: null is one, too.
        ConsumerRecord<String, String> record = new ConsumerRecord<>(
                topic, partition, offset, key, parts.path("value").asText(null));
        parts.path("headers")
                .forEach(header -> record.headers().add(header.get(0).asText(), bytes(header.get(1))));
        return record;
    }

    private static UUID placeOf(ConsumerRecord<String, String> record) {
        String place = "%s/%d/%d/%d".formatted(record.topic(), record.partition(), record.offset(), record.timestamp());
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode parse(String content) {
        try {
            return JSON.readTree(content);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a dead letter is no JSON", impossible);
        }
    }

    private static byte @Nullable [] bytes(JsonNode base64) {
        try {
            return base64.binaryValue();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a header is not base64", impossible);
        }
    }

    /** Without the record. */
    @Override
    public String toString() {
        return "DeadLetter[id=%s, consumer=%s, topic=%s]".formatted(id, consumer, topic());
    }
}
