package io.handover.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

@ConfigMapping(prefix = "handover.email")
interface EmailConfig {

    /** Right of the {@code @} in Message-IDs (RFC 5322, section 3.6.4): a domain of the sender. */
    @WithDefault("handover.invalid")
    String messageIdDomain();

    /**
     * Where mails come back to, such as {@code bounces@example.org}: each is sent from a subaddress of it (RFC 5233)
     * that names its delivery. Without it they come back to the sender, and nobody here hears of it.
     */
    Optional<String> bounceAddress();
}
