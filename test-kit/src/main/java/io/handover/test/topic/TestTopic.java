package io.handover.test.topic;

import io.handover.events.Event;
import io.handover.events.Topic;
import io.handover.kit.event.CloudEventHeaders;
import io.handover.kit.event.EventCodec;
import io.handover.kit.origin.Origin;
import io.handover.test.operator.TestOperator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A topic as its other side sees it: says what a neighbour would say, hears what the service under test says.
 *
 * @param topic which
 */
public record TestTopic<E extends Event>(Topic<E> topic) {

    private static final AtomicLong VERSIONS = new AtomicLong(System.nanoTime());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Says an event for the first time; the answer says the very same record again. */
    public ProducerRecord<String, String> say(E event) {
        return say(event, Origin.NONE);
    }

    /** Says an event that somebody caused. */
    public ProducerRecord<String, String> say(E event, Origin origin) {
        return sayAgain(recordOf(event, topic.typeOf(event), EventCodec.write(event), origin));
    }

    /** The record of an event that is not said yet. */
    public ProducerRecord<String, String> prepare(E event) {
        return recordOf(event, topic.typeOf(event), EventCodec.write(event), Origin.NONE);
    }

    /** Says an event of a type that nobody knows yet. */
    public void sayUnknown(E like) {
        sayAgain(recordOf(like, "io.handover." + topic.publisher() + ".NeverHeardOf.v1", "{\"a\":1}", Origin.NONE));
    }

    /** Says a record whose data is not what its headers claim. */
    public void sayPoison(E like) {
        sayAgain(recordOf(like, topic.typeOf(like), "{\"accountId\": 17, broken", Origin.NONE));
    }

    /** Sends a record as it is and waits until Kafka has it. */
    public ProducerRecord<String, String> sayAgain(ProducerRecord<String, String> record) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap()), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
            return record;
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException("Kafka did not take the record", failed);
        }
    }

    /** The number that the last {@link #say} gave its account on this topic; for {@code Handover-Account-Version}. */
    public static long versionOf(ProducerRecord<String, String> record) {
        return CloudEventHeaders.from(record.headers()).accountVersion();
    }

    /** Waits for an event that fits. */
    public <T extends E> T hear(Class<T> type, Predicate<T> fits) {
        return all(topic.name(), records -> events(records, type).anyMatch(fits)).stream()
                .map(this::read)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such " + type.getSimpleName() + " on " + topic.name()));
    }

    /** Waits for an event that fits; the answer is who caused it. */
    public Origin hearOrigin(Predicate<E> fits) {
        return all(topic.name(), records -> records.stream().map(this::read).anyMatch(fits)).stream()
                .filter(record -> fits.test(read(record)))
                .findFirst()
                .map(record -> CloudEventHeaders.from(record.headers()).origin())
                .orElseThrow(() -> new AssertionError("no such event on " + topic.name()));
    }

    /** Waits for an event that fits; the answer is a header of its record. */
    public Optional<String> hearHeader(String name, Predicate<E> fits) {
        ConsumerRecord<String, String> heard =
                all(topic.name(), records -> records.stream().map(this::read).anyMatch(fits)).stream()
                        .filter(record -> fits.test(read(record)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no such event on " + topic.name()));
        return Optional.ofNullable(heard.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Every event that was said so far, of every test. */
    public List<E> heard() {
        return all(topic.name(), records -> false, Duration.ZERO).stream()
                .map(this::read)
                .toList();
    }

    /** Waits until the dead letters hold the record of an event, by its {@code ce_id}. */
    public void hearDeadLetter(Predicate<ConsumerRecord<String, String>> fits) {
        if (all(topic.deadLetters(), records -> records.stream().anyMatch(fits)).stream()
                .noneMatch(fits)) {
            throw new AssertionError("no such dead letter on " + topic.deadLetters());
        }
    }

    /** Waits until the service has put an event of a key aside, and passes over it; what waits behind it is applied. */
    public void dropDeadLetter(Object key) {
        @Nullable Object id = TestOperator.await(topic.name(), key.toString()).get("id");
        TestOperator.drop(id).then().statusCode(200);
    }

    private <T extends E> Stream<T> events(List<ConsumerRecord<String, String>> records, Class<T> type) {
        return records.stream().map(this::read).filter(type::isInstance).map(type::cast);
    }

    private E read(ConsumerRecord<String, String> record) {
        return EventCodec.read(topic, CloudEventHeaders.from(record.headers()).type(), record.value());
    }

    private ProducerRecord<String, String> recordOf(E event, String type, String data, Origin origin) {
        var headers = new CloudEventHeaders(
                UUID.randomUUID(),
                "handover/test",
                type,
                event.subject(),
                Instant.now(),
                CloudEventHeaders.accountOf(event),
                VERSIONS.incrementAndGet(),
                origin);
        return new ProducerRecord<>(topic.name(), null, event.key(), data, headers.toHeaders());
    }

    private static List<ConsumerRecord<String, String>> all(
            String topic, Predicate<List<ConsumerRecord<String, String>>> enough) {
        return all(topic, enough, PATIENCE);
    }

    /** Reads from the beginning to the present end, then on until there is enough or patience ends. */
    private static List<ConsumerRecord<String, String>> all(
            String topic, Predicate<List<ConsumerRecord<String, String>>> enough, Duration patience) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrap(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            long deadline = System.nanoTime() + patience.toNanos();
            while (partitions.stream()
                            .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))
                    || (!enough.test(records) && System.nanoTime() < deadline)) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static String bootstrap() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
