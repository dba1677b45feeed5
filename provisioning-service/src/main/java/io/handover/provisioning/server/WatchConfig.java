package io.handover.provisioning.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.watch")
interface WatchConfig {

    /** How often all machines are compared with what is known of their servers. */
    @WithDefault("15S")
    Duration every();

    /** How long a machine must be other than its server, until that is believed. */
    @WithDefault("2S")
    Duration certainty();
}
