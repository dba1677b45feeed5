package io.handover.test.infrastructure;

import io.handover.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A Kafka broker for one test run. */
interface Broker {

    int PARTITIONS = 3;

    /** Embedded, or in a container when {@code -Dinfra=containers} asks for that. */
    static Broker forTests() {
        return Containers.areWanted() ? new ContainerBroker() : new EmbeddedBroker();
    }

    void start();

    /** Host and port, once it has started. */
    String address();

    void stop();

    /** Starts it, and makes every topic of Handover. */
    default void startWithTopics() {
        start();
        List<NewTopic> topics = Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new IllegalStateException("topics were not created", failed);
        }
    }
}
