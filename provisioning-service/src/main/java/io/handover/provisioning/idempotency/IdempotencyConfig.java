package io.handover.provisioning.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.idempotency")
interface IdempotencyConfig {

    /** How long a key is remembered; afterwards the same key is a new one. */
    @WithDefault("24H")
    Duration retention();
}
