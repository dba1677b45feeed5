package io.handover.kit.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What the libraries' metrics are cut down and extended to. */
@Singleton
class MeterFilters {

    /** Kafka's clients have some hundred; these are asked for. */
    private static final Set<String> OF_KAFKA = Set.of(
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.fetch.manager.records.lag",
            "kafka.producer.record.error.total",
            "kafka.producer.record.send.total");

    /** In nanoseconds. A list of 100 takes 10 ms, a create with a password 50 ms, a sign-in with Argon2id 300 ms. */
    private static final double[] BUCKETS = List.of(10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000).stream()
            .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
            .toArray();

    @Produces
    @Singleton
    MeterFilter fewOfKafka() {
        return MeterFilter.deny(id -> id.getName().startsWith("kafka.") && !OF_KAFKA.contains(id.getName()));
    }

    @Produces
    @Singleton
    MeterFilter durationsInBuckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BUCKETS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
