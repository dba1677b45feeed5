package io.handover.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.channel")
interface ChannelConfig {

    /** How long a provider may take to answer; shorter than {@code handover.delivery.lease}. */
    @WithDefault("30s")
    Duration timeout();
}
