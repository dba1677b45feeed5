package io.handover.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.gateway.door")
interface DoorConfig {

    /** The largest body that is taken in, however it is framed; 413 above. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** The largest sum of the bodies of all requests under way; 503 above. */
    @WithDefault("32M")
    MemorySize maxBodies();

    /** The largest sum of a request's header names and values; 431 above. */
    @WithDefault("32K")
    MemorySize maxHeaders();

    /** How long a client may take to send its body; 408 after. */
    @WithDefault("30s")
    Duration bodyTimeout();
}
