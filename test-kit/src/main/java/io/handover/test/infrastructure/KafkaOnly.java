package io.handover.test.infrastructure;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts Kafka, for what has no database of its own. It needs nothing of service-kit. */
public final class KafkaOnly implements QuarkusTestResourceLifecycleManager {

    private final Broker broker = Broker.forTests();

    @Override
    public Map<String, String> start() {
        Infrastructure.bePatient();
        broker.startWithTopics();
        return Map.of("kafka.bootstrap.servers", broker.address());
    }

    @Override
    public void stop() {
        broker.stop();
    }
}
