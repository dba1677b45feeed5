package io.handover.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever fails: after so many failures of one, none is tried until the window has passed. It is kept in
 * memory, so that each replica counts for itself and a restart forgets; the oldest of too many is forgotten.
 *
 * @param <K> whose failures count together
 */
final class Throttle<K> {

    private static final int KEYS_MAX = 10_000;

    private final int failuresMax;
    private final Duration window;
    private final Map<K, Failures> failures = new LinkedHashMap<>();

    Throttle(int failuresMax, Duration window) {
        this.failuresMax = failuresMax;
        this.window = window;
    }

    private record Failures(Instant since, int count) {}

    /** How long to wait, if at all. */
    synchronized Optional<Duration> waitFor(K key, Instant now) {
        Failures held = failures.get(key);
        return held == null || held.count() < failuresMax || isOver(held, now)
                ? Optional.empty()
                : Optional.of(Duration.between(now, held.since().plus(window)));
    }

    synchronized void failed(K key, Instant now) {
        failures.merge(
                key,
                new Failures(now, 1),
                (held, one) -> isOver(held, now) ? one : new Failures(held.since(), held.count() + 1));
        if (failures.size() > KEYS_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(K key) {
        failures.remove(key);
    }

    private boolean isOver(Failures held, Instant now) {
        return !now.isBefore(held.since().plus(window));
    }
}
