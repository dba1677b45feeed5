package io.handover.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: after so many failures for a username, none is tried until the window has passed. It is kept in
 * memory, so that each replica counts for itself and a restart forgets; the oldest of too many usernames is forgotten.
 */
final class Throttle {

    private static final int USERNAMES_MAX = 10_000;

    private final int failuresMax;
    private final Duration window;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    Throttle(int failuresMax, Duration window) {
        this.failuresMax = failuresMax;
        this.window = window;
    }

    private record Failures(Instant since, int count) {}

    /** How long to wait, if at all. */
    synchronized Optional<Duration> waitFor(String username, Instant now) {
        Failures held = failures.get(key(username));
        return held == null || held.count() < failuresMax || isOver(held, now)
                ? Optional.empty()
                : Optional.of(Duration.between(now, held.since().plus(window)));
    }

    synchronized void failed(String username, Instant now) {
        failures.merge(
                key(username),
                new Failures(now, 1),
                (held, one) -> isOver(held, now) ? one : new Failures(held.since(), held.count() + 1));
        if (failures.size() > USERNAMES_MAX) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String username) {
        failures.remove(key(username));
    }

    private boolean isOver(Failures held, Instant now) {
        return !now.isBefore(held.since().plus(window));
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
