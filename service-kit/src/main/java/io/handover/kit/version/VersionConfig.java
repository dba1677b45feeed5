package io.handover.kit.version;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

@ConfigMapping(prefix = "handover.version")
interface VersionConfig {

    /** The topics whose events this service must have applied before it answers: those its answers depend on. */
    Optional<Set<String>> awaits();

    /** How long a request waits for them before it is refused with 503. */
    @WithDefault("3s")
    Duration patience();
}
