package io.handover.system;

import io.handover.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** How long Kafka keeps records. */
final class Retention {

    /** Nobody takes longer to hear what is said. */
    private static final Map<String, String> SHORT = Map.of("retention.ms", "3000", "file.delete.delay.ms", "0");

    private Retention() {}

    /** How old a record may get on any topic, at most. */
    static Duration longest(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            return Duration.ofMillis(admin.describeConfigs(topics()).all().get().values().stream()
                    .mapToLong(config -> millis(config, "retention.ms") + millis(config, "segment.ms"))
                    .max()
                    .orElseThrow());
        }
    }

    /** Does something as if the time that records are kept were over. */
    static void isOverWhile(String kafka, Runnable deed) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            Map<ConfigResource, Config> before =
                    admin.describeConfigs(topics()).all().get();
            set(admin, (topic, name) -> Objects.requireNonNull(SHORT.get(name)));
            try {
                deed.run();
            } finally {
                set(
                        admin,
                        (topic, name) -> Objects.requireNonNull(before.get(topic))
                                .get(name)
                                .value());
            }
        }
    }

    private static void set(Admin admin, BiFunction<ConfigResource, String, String> value)
            throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = topics().stream()
                .collect(Collectors.toMap(
                        topic -> topic,
                        topic -> SHORT.keySet().stream()
                                .map(name -> new AlterConfigOp(
                                        new ConfigEntry(name, value.apply(topic, name)), AlterConfigOp.OpType.SET))
                                .toList()));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static List<ConfigResource> topics() {
        return Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
    }

    private static long millis(Config config, String name) {
        long value = Long.parseLong(config.get(name).value());
        return value < 0 ? Long.MAX_VALUE / 2 : value;
    }
}
