package io.handover.test.infrastructure;

import org.testcontainers.kafka.KafkaContainer;

/** Kafka's official image. */
final class ContainerBroker implements Broker {

    private final KafkaContainer container = new KafkaContainer(Containers.KAFKA);

    @Override
    public void start() {
        container.start();
    }

    @Override
    public String address() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        container.stop();
    }
}
