package io.handover.gateway.version;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

@ConfigMapping(prefix = "handover.gateway.withdrawal")
interface WithdrawalConfig {

    /** The upstreams that decide who may do what, and must know of a withdrawal before it is answered. */
    Set<String> services();

    /** How long the answer waits for them before it becomes a 504. */
    @WithDefault("10s")
    Duration patience();
}
