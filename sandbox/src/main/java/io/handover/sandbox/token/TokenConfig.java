package io.handover.sandbox.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Size;

@ConfigMapping(prefix = "handover.sandbox")
interface TokenConfig {

    /** What every request must bring as its bearer token. Without it the sandbox does not start. */
    @WithName("token")
    @Size(min = 16, message = "HANDOVER_SANDBOX_TOKEN must have at least 16 characters")
    String token();
}
