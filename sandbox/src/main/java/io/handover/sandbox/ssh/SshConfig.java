package io.handover.sandbox.ssh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;

@ConfigMapping(prefix = "handover.sandbox.ssh")
interface SshConfig {

    /** How others call this host, and reach its machines. Without it only this host reaches them. */
    Optional<String> host();

    /** The first port that machines listen on then. */
    @WithDefault("22000")
    @Min(1024)
    @Max(65_535)
    int firstPort();

    /** How many ports there are from there on: one for each machine. */
    @WithDefault("100")
    @Min(1)
    @Max(10_000)
    int portCount();
}
