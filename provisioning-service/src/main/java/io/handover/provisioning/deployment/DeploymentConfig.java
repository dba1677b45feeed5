package io.handover.provisioning.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.deployment")
interface DeploymentConfig {

    /** How long a server may take until it answers, before its deployment is undone. */
    @WithDefault("10M")
    Duration patience();
}
