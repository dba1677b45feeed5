package io.handover.identity.member;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.identity.member")
interface MemberConfig {

    /** How long a request that sets a member's access waits until permission-service has carried it out. */
    @WithDefault("3s")
    Duration accessPatience();
}
