package io.handover.provisioning.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.job")
interface JobConfig {

    /** How long a replica may work on a step before another one takes it over; a step that takes longer has failed. */
    @WithDefault("30S")
    Duration lease();

    /** How many jobs a replica works on at a time. */
    @WithDefault("16")
    int parallel();
}
