package io.handover.quickstart.forensics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.handover.events.Topics;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.quickstart.search.Findings;
import io.handover.quickstart.search.Search;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What Kafka keeps, as whoever may read every topic sees it: record by record, decompressed. */
public final class KafkaLog {

    private static final Duration POLL = Duration.ofSeconds(1);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String address;

    /** Of the broker at an address. */
    public KafkaLog(String address) {
        this.address = address;
    }

    /** Puts a text into a record of its own, compressed or not, on a topic that nobody reads. */
    void plant(String text, String compression) throws InterruptedException {
        var topic = Topics.PROVISIONING_CREDENTIAL.deadLetters();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "compression.type", compression, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "planted", text)).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a canary was not planted in Kafka", failed);
        }
    }

    /** Searches keys, values and headers of every record; a source is a partition. */
    public Findings search(Search search) throws IOException {
        Map<TopicPartition, ByteArrayOutputStream> contents = new HashMap<>();
        read(record -> write(
                record,
                contents.computeIfAbsent(
                        new TopicPartition(record.topic(), record.partition()), _ -> new ByteArrayOutputStream())));
        Findings findings = Findings.NOTHING;
        for (var partition : contents.entrySet()) {
            var bytes = new ByteArrayInputStream(partition.getValue().toByteArray());
            findings = findings.and(search.stream(partition.getKey().toString(), bytes));
        }
        return findings;
    }

    /** Every sealed password, once. */
    Collection<PasswordGenerated> sealedPasswords() {
        Map<UUID, PasswordGenerated> sealed = new LinkedHashMap<>();
        read(record -> {
            if (isSealedPassword(record)) {
                PasswordGenerated event = event(record.value());
                sealed.put(event.deliveryId(), event);
            }
        });
        return sealed.values();
    }

    /** Every record that is there now. */
    private void read(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    private static boolean isSealedPassword(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null
                && Topics.PROVISIONING_CREDENTIAL
                        .recordOf(new String(type.value(), StandardCharsets.UTF_8))
                        .filter(PasswordGenerated.class::equals)
                        .isPresent();
    }

    private static PasswordGenerated event(byte[] json) {
        try {
            return JSON.readValue(json, PasswordGenerated.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void write(ConsumerRecord<byte[], byte[]> record, ByteArrayOutputStream out) {
        write(record.key(), out);
        write(record.value(), out);
        for (Header header : record.headers()) {
            write(header.value(), out);
        }
    }

    private static void write(byte @Nullable [] bytes, ByteArrayOutputStream out) {
        if (bytes != null) {
            out.writeBytes(bytes);
        }
        out.write(0);
    }
}
