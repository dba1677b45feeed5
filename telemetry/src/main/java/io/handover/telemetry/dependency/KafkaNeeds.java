package io.handover.telemetry.dependency;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everybody hears events. */
@Singleton
class KafkaNeeds implements Needs {

    private final String brokers;

    KafkaNeeds(@ConfigProperty(name = "kafka.bootstrap.servers", defaultValue = "localhost:9092") String brokers) {
        this.brokers = brokers;
    }

    @Override
    public List<Dependency> dependencies() {
        return List.of(Dependency.atAny("kafka", brokers));
    }
}
