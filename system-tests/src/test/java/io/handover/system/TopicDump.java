package io.handover.system;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Every record of Kafka's topics as text: a JSON object a line, each partition in its order. */
final class TopicDump {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String kafka;
    private final Path file;

    /** Of the broker at an address. */
    TopicDump(String kafka, Path file) {
        this.kafka = kafka;
        this.file = file;
    }

    /** Writes it. */
    void record() throws IOException {
        try (var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka), new StringDeserializer(), new StringDeserializer());
                BufferedWriter out = Files.newBufferedWriter(file)) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .filter(partition -> !partition.topic().startsWith("__"))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    out.write(JSON.writeValueAsString(Line.of(record)) + "\n");
                }
            }
        }
    }

    /** Publishes all of it again, where and when it was said. It stays, however long ago that is. */
    void restore() throws IOException, InterruptedException, ExecutionException {
        List<Line> lines = lines();
        keepForEver(lines.stream().map(Line::topic).distinct().toList());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            var sent = lines.stream().map(line -> producer.send(line.record())).toList();
            for (var each : sent) {
                each.get();
            }
        }
    }

    private List<Line> lines() throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.map(Line::read).toList();
        }
    }

    private void keepForEver(List<String> topics) throws InterruptedException, ExecutionException {
        var forEver = List.of(new AlterConfigOp(new ConfigEntry(TopicConfig.RETENTION_MS_CONFIG, "-1"), OpType.SET));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.incrementalAlterConfigs(topics.stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), _ -> forEver)))
                    .all()
                    .get();
        }
    }

    /** One record. Handover says nothing without a key or a value. */
    private record Line(
            String topic, int partition, long timestamp, String key, Map<String, String> headers, String value) {

        static Line of(ConsumerRecord<String, String> record) {
            Map<String, String> headers = new TreeMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return new Line(
                    record.topic(), record.partition(), record.timestamp(), record.key(), headers, record.value());
        }

        static Line read(String json) {
            try {
                return JSON.readValue(json, Line.class);
            } catch (IOException damaged) {
                throw new IllegalArgumentException("no record: " + json, damaged);
            }
        }

        ProducerRecord<String, String> record() {
            var record = new ProducerRecord<>(topic, partition, timestamp, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            return record;
        }
    }
}
