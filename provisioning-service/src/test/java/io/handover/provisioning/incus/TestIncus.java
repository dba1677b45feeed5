package io.handover.provisioning.incus;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings of Incus as a test wants them. */
final class TestIncus {

    private TestIncus() {}

    static IncusConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IncusConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(IncusConfig.class);
    }
}
