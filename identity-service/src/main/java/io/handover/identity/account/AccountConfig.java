package io.handover.identity.account;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** What {@code GET /1.3/account} says an account has; UpCloud's clients want to see it. Nothing enforces it. */
@ConfigMapping(prefix = "handover.identity.account")
interface AccountConfig {

    /** Prepaid money, in cents. */
    double credits();

    /** How much of each resource, by UpCloud's name for it. */
    Map<String, Integer> resourceLimits();
}
