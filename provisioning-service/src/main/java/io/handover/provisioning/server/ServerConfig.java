package io.handover.provisioning.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.server")
interface ServerConfig {

    /**
     * How long a guest that was asked to stop, and given no time, may take before its server counts as started again.
     */
    @WithDefault("10M")
    Duration stopPatience();
}
