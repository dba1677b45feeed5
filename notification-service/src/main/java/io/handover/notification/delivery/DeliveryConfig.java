package io.handover.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.delivery")
interface DeliveryConfig {

    /** How long a message may be on its way; longer than {@code handover.channel.timeout}. */
    @WithDefault("1M")
    Duration lease();

    /** Before the second attempt; it doubles with each attempt. */
    @WithDefault("5S")
    Duration firstPause();

    /** And no further. */
    @WithDefault("30M")
    Duration longestPause();

    default Patience patience() {
        return new Patience(lease(), firstPause(), longestPause());
    }
}
