package io.handover.provisioning.compute;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

@ConfigMapping(prefix = "handover.compute")
interface ComputeConfig {

    /** What runs the servers: {@code sandbox}, or {@code incus}. */
    @WithParentName
    @WithDefault("sandbox")
    String driver();
}
