package io.handover.chaos.history;

import java.time.Duration;

/**
 * Something that was done to a part.
 *
 * @param kind in words, the same for all of a kind
 * @param part a process; empty when it was done to all messages
 * @param loses whether the part forgets by it what it had in memory
 */
public record Disruption(String kind, String part, boolean loses, Duration began, Duration ended) {

    /** Whether a part forgot something between two moments. */
    public boolean madeForget(String which, Duration from, Duration until) {
        return loses && part.equals(which) && began.compareTo(until) <= 0 && ended.compareTo(from) >= 0;
    }
}
