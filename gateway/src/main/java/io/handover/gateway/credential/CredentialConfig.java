package io.handover.gateway.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "handover.gateway.credential")
interface CredentialConfig {

    /** How many sessions to remember at most. */
    @WithDefault("10000")
    long sessions();
}
