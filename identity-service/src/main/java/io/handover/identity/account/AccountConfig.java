package io.handover.identity.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What {@code GET /1.3/account} says an account has; UpCloud's clients want to see it. Nothing is ever charged. */
@ConfigMapping(prefix = "handover.identity.account")
interface AccountConfig {

    /** Prepaid money, in cents. */
    @WithDefault("9972.23")
    double credits();
}
