package io.handover.quickstart.broker;

import io.handover.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics of Handover on a Kafka that has none of its own accord. */
public final class TopicCreation {

    /** Records name people. A segment goes when its newest record is old: with its day, within thirty days. */
    private static final Map<String, String> KEPT_FOR_THIRTY_DAYS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            "" + Duration.ofDays(29).toMillis(),
            TopicConfig.SEGMENT_MS_CONFIG,
            "" + Duration.ofDays(1).toMillis());

    private TopicCreation() {}

    /** Returns when every topic is there, dead letters too; one that was there before stays as it is. */
    public static void run(String bootstrapServers, int partitions, short replication) throws InterruptedException {
        List<NewTopic> topics = Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                .map(name -> new NewTopic(name, partitions, replication).configs(KEPT_FOR_THIRTY_DAYS))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (KafkaFuture<Void> topic : admin.createTopics(topics).values().values()) {
                await(topic);
            }
        }
    }

    private static void await(KafkaFuture<Void> topic) throws InterruptedException {
        try {
            topic.get();
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("a topic was not created", failed);
            }
        }
    }
}
