package io.handover.kit.metric;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.survey")
interface SurveyConfig {

    /** How old a gauge gets that the database knows. */
    @WithDefault("15S")
    Duration every();
}
