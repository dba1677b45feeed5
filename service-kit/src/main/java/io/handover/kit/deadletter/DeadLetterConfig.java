package io.handover.kit.deadletter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.dead-letter")
interface DeadLetterConfig {

    /** How long after it was said an event that nobody replayed is dropped: it may name people. */
    @WithDefault("29d")
    Duration keep();

    /** How often is looked for those, and for lines that somebody began to let through and did not end. */
    @WithDefault("1m")
    Duration lookEvery();
}
