package io.handover.permission.grant;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "handover.permission.grant")
interface GrantConfig {

    /** How many permissions the members of an account may be granted. */
    @WithDefault("10000")
    int accountMax();
}
