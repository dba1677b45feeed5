package io.handover.quickstart.forensics;

import io.handover.events.provisioning.PasswordGenerated;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whoever has all copies and all keys that are left, and the code. Tries each key on each copy. Pure.
 *
 * @param copies of delivery keys, from whenever
 * @param keys that wrap, and exist now
 */
record Attacker(Collection<WrappedKey> copies, List<KeyEncryptionKey> keys) {

    /**
     * Tries every box.
     *
     * @param finished deliveries that have ended
     * @param pending servers whose deliveries have not
     */
    Attack attack(Collection<PasswordGenerated> boxes, Set<UUID> finished, Set<UUID> pending) {
        return new Attack(
                copies.size(),
                keys.size(),
                count(boxes, box -> finished.contains(box.deliveryId())),
                count(boxes, box -> finished.contains(box.deliveryId()) && opens(box)),
                count(boxes, box -> pending.contains(box.serverId())),
                count(boxes, box -> pending.contains(box.serverId()) && opens(box)));
    }

    private static int count(Collection<PasswordGenerated> boxes, Predicate<PasswordGenerated> which) {
        return Math.toIntExact(boxes.stream().filter(which).count());
    }

    private boolean opens(PasswordGenerated sealed) {
        return open(sealed).isPresent();
    }

    Optional<String> open(PasswordGenerated sealed) {
        return copies.stream()
                .filter(copy -> copy.keyId().equals(sealed.keyId()))
                .flatMap(this::unwrapped)
                .flatMap(key -> key.open(sealed).stream())
                .findFirst();
    }

    private Stream<PrivateKey> unwrapped(WrappedKey copy) {
        return Stream.concat(copy.asItIs().stream(), keys.stream().flatMap(key -> copy.unwrap(key).stream()));
    }
}
