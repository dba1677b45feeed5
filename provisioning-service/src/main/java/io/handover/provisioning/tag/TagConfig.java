package io.handover.provisioning.tag;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.provisioning.tag")
interface TagConfig {

    /** How long the rename of a tag waits until permission-service has moved the permissions on it. */
    @WithDefault("3s")
    Duration renamePatience();
}
