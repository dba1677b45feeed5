package io.handover.notification.delivery;

import java.time.Duration;

/**
 * How long a delivery waits for what. Pure.
 *
 * @param lease how long a message may be on its way, before it counts as interrupted
 * @param firstPause before the second attempt; it doubles with each attempt
 * @param longestPause and no further
 */
public record Patience(Duration lease, Duration firstPause, Duration longestPause) {

    private static final int DOUBLINGS_MAX = 20;

    /** Before the next attempt, after so many. */
    public Duration pauseAfter(int attempts) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
