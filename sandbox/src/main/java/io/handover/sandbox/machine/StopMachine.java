package io.handover.sandbox.machine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a machine is to be stopped.
 *
 * @param type null for soft
 * @param timeoutSeconds how long the guest has; null for as long as it likes
 * @param destroyOnTimeout whether the plug is pulled then
 */
record StopMachine(
        @Nullable StopType type,

        @Min(value = 1, message = TIMEOUT) @Max(value = 86_400, message = TIMEOUT) @Nullable
        Integer timeoutSeconds,

        boolean destroyOnTimeout) {

    static final StopMachine SOFTLY = new StopMachine(StopType.SOFT, null, false);

    private static final String TIMEOUT = "must be 1 to 86400.";

    boolean isHard() {
        return type == StopType.HARD;
    }

    /** After how long the plug is pulled; empty for never. */
    Optional<Duration> patience() {
        return Optional.ofNullable(timeoutSeconds)
                .filter(seconds -> destroyOnTimeout)
                .map(Duration::ofSeconds);
    }
}
