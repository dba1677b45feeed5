package io.handover.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the services would say on their topics, as much of it as the gateway reads. */
public final class Topics {

    private static final Set<String> LISTENING = ConcurrentHashMap.newKeySet();

    private Topics() {}

    /** Waits, once in a test run, until the gateway listens: it hears what is said from then on. */
    public static void awaitListening(KafkaClientService kafka, String channel, int partitions) {
        if (!LISTENING.contains(channel)) {
            await().untilAsserted(() -> assertThat(
                            kafka.getConsumer(channel).getPositions().await().indefinitely())
                    .hasSize(partitions));
            LISTENING.add(channel);
        }
    }

    /** An event of an account. */
    public static ProducerRecord<String, String> event(String topic, UUID account, long version) {
        ProducerRecord<String, String> event = new ProducerRecord<>(topic, account.toString(), "{}");
        return with(with(event, "ce_account", account.toString()), "ce_accountversion", Long.toString(version));
    }

    /** One more header. */
    public static ProducerRecord<String, String> with(
            ProducerRecord<String, String> record, String header, String value) {
        record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Says it and waits until Kafka has it. */
    public static void say(ProducerRecord<String, String> record) {
        try (var producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException("Kafka did not take the record", failed);
        }
    }
}
