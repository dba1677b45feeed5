package io.handover.notification.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "handover.email")
interface EmailConfig {

    /** Right of the {@code @} in Message-IDs (RFC 5322, section 3.6.4): a domain of the sender. */
    @WithDefault("handover.invalid")
    String messageIdDomain();
}
