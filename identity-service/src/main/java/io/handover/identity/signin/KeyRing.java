package io.handover.identity.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which key signs, which are shown, and when the next is due. Pure.
 *
 * @param keys in the order in which they sign
 */
record KeyRing(List<SigningKey> keys, Periods periods) {

    /**
     * The times of a key's life.
     *
     * @param period how long it signs
     * @param notice how long it is shown before
     * @param lifetime how long what it signed is good for, and so how long it is shown afterwards at least
     */
    record Periods(Duration period, Duration notice, Duration lifetime) {}

    /** Empty only before the first start. The first key of all signs at once, whatever the clocks of replicas say. */
    Optional<SigningKey> signing(Instant now) {
        return keys.stream()
                .filter(key -> key.equals(keys.getFirst()) || !key.signsFrom().isAfter(now))
                .reduce((older, newer) -> newer);
    }

    /** When a key that is missing is to sign from: the first one at once, every other after due notice. */
    Optional<Instant> dueFrom(Instant now) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        Instant successor = keys.getLast().signsFrom().plus(periods.period());
        Instant noticed = now.plus(periods.notice());
        if (noticed.isBefore(successor)) {
            return Optional.empty();
        }
        return Optional.of(successor.isAfter(noticed) ? successor : noticed);
    }

    /**
     * Future keys, the one that signs, and those whose tokens may still be good; an hour more for clocks that differ.
     */
    List<SigningKey> shown(Instant now) {
        Instant oldest = now.minus(periods.lifetime()).minus(periods.notice());
        return keys.stream()
                .filter(key ->
                        successorOf(key).map(next -> next.isAfter(oldest)).orElse(true))
                .toList();
    }

    private Optional<Instant> successorOf(SigningKey key) {
        int next = keys.indexOf(key) + 1;
        return next < keys.size() ? Optional.of(keys.get(next).signsFrom()) : Optional.empty();
    }
}
