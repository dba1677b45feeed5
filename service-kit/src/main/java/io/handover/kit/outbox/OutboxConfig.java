package io.handover.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "handover.outbox")
interface OutboxConfig {

    /** The service's name in {@code ce_source}. */
    @WithDefault("${quarkus.application.name}")
    String source();
}
