package io.handover.provisioning.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.delivery")
interface CredentialConfig {

    /**
     * How long notification-service may try to deliver a password before it is given up. The key that it is sealed to
     * may end it earlier.
     */
    @WithDefault("24H")
    Duration lifetime();
}
