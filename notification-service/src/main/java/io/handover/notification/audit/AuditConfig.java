package io.handover.notification.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.audit")
interface AuditConfig {

    /** How many exports may be under way at a time; 503 beyond. */
    @WithDefault("8")
    int exportsMax();

    /** How long the database may take for a page of an export. */
    @WithDefault("10s")
    Duration pageTimeout();
}
