package io.handover.sandbox.machine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The plug of a machine will be pulled, because its guest was asked to stop and runs on.
 *
 * @param thenStart whether it is to run again afterwards
 */
record Unplug(Instant at, boolean thenStart) {

    /** What a request makes of the one that is pending: asking for the same again does not put it off. */
    static @Nullable Unplug after(@Nullable Unplug pending, StopMachine how, boolean thenStart, Instant now) {
        return how.patience()
                .map(patience -> new Unplug(now.plus(patience), thenStart))
                .map(wanted -> wanted.isLaterThan(pending) ? pending : wanted)
                .orElse(null);
    }

    private boolean isLaterThan(@Nullable Unplug other) {
        return other != null && other.thenStart == thenStart && other.at.isBefore(at);
    }
}
