package io.handover.notification.deliverykey;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which key-encryption keys exist, and which of them wrap something. From nothing but that it follows what is to be
 * done, so whoever died between two steps is carried on by the next who looks. Pure.
 *
 * @param existing made and not destroyed; UUIDv7, so that the youngest has the greatest id, which tells its age
 * @param named by a delivery key
 */
record KeySuccession(Set<UUID> existing, Set<UUID> named) {

    static KeySuccession of(Collection<UUID> existing, Collection<UUID> named) {
        return new KeySuccession(Set.copyOf(existing), Set.copyOf(named));
    }

    /** The one in force; empty when there is none, or a new one is due. */
    Optional<UUID> current(Instant now, Duration period) {
        return youngest().filter(kek -> now.isBefore(madeAt(kek).plus(period)));
    }

    /** Those that are to be destroyed: they wrap nothing, and will not again. */
    Set<UUID> superfluous() {
        Set<UUID> keks = new HashSet<>(existing);
        keks.removeAll(named);
        youngest().ifPresent(keks::remove);
        return keks;
    }

    /** Those that are gone although they wrap something: what they wrap is lost. */
    Set<UUID> lost() {
        Set<UUID> keks = new HashSet<>(named);
        keks.removeAll(existing);
        return keks;
    }

    private Optional<UUID> youngest() {
        return existing.stream().max(Comparator.naturalOrder());
    }

    /** RFC 9562, section 5.7: milliseconds since 1970 in the first 48 bits. */
    private static Instant madeAt(UUID kek) {
        return Instant.ofEpochMilli(kek.getMostSignificantBits() >>> 16);
    }
}
