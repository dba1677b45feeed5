package io.handover.provisioning.compute;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "handover.sandbox")
interface SandboxConfig {

    /** Where the sandbox listens. */
    @WithDefault("http://localhost:8086")
    URI url();

    /**
     * Where machines are asked whether they let people in, when people reach them by another host than this service.
     */
    Optional<String> probeHost();

    /** The token that the sandbox expects. Required with {@code HANDOVER_COMPUTE=sandbox}. */
    Optional<String> token();

    /** How long a call may take before it counts as failed, and is repeated. */
    @WithDefault("10S")
    Duration patience();
}
