package io.handover.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.gateway.upstream")
interface UpstreamConfig {

    /** How long to wait for a connection, from the network or from the pool, before answering 503. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may be silent before the client is answered 504. */
    @WithDefault("30s")
    Duration responseTimeout();

    /** How many connections to keep to each service at most. */
    @WithDefault("256")
    int connections();
}
