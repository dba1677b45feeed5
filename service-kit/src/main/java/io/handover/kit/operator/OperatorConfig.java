package io.handover.kit.operator;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

@ConfigMapping(prefix = "handover.operator")
interface OperatorConfig {

    /** What operators show on the management port to see and change dead letters; without one nobody can. */
    Optional<String> token();
}
