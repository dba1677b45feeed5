package io.handover.provisioning.rotation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.rotation")
interface RotationConfig {

    /** How long a server's back end may be away, until its new password is given up. */
    @WithDefault("10M")
    Duration patience();
}
