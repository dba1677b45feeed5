package io.handover.identity.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

@ConfigMapping(prefix = "handover.identity.signin")
interface SigninConfig {

    /** Who signs the access tokens: the base URL of this service, where its keys are found. */
    String issuer();

    /** How long an access token lasts. */
    @WithDefault("5m")
    Duration lifetime();

    /** How long a key signs. */
    @WithDefault("30d")
    Duration keyPeriod();

    /** How long a key is shown before it signs, so that everybody has it by then. */
    @WithDefault("1h")
    Duration keyNotice();

    /** How often wrong passwords may be tried for one username from one network within a window. */
    @WithDefault("10")
    @Min(1)
    int failures();

    /**
     * How many passwords are verified at a time, or wait for it, of people who did not come in from their network
     * before; fewer than {@code handover.identity.password.queue}, so that the others always find room.
     */
    @WithDefault("32")
    @Min(1)
    int strangers();

    /** How long failures are held against who failed. */
    @WithDefault("5m")
    Duration window();
}
