package io.handover.notification.deliverykey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeySuccessionTest {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final UUID OLD = kekOf(START);
    private static final UUID YOUNG = kekOf(START.plus(HOUR));

    @Test
    void keepsTheYoungestForItsPeriod() {
        var succession = KeySuccession.of(List.of(YOUNG, OLD), List.of(OLD));
        Instant end = START.plus(HOUR).plus(HOUR);

        assertThat(succession.current(end.minusMillis(1), HOUR)).contains(YOUNG);
        assertThat(succession.current(end, HOUR)).isEmpty();
        assertThat(KeySuccession.of(List.of(), List.of()).current(START, HOUR)).isEmpty();
    }

    @Test
    void destroysWhatWrapsNothingButTheYoungest() {
        assertThat(KeySuccession.of(List.of(YOUNG, OLD), List.of(OLD)).superfluous())
                .isEmpty();
        assertThat(KeySuccession.of(List.of(YOUNG, OLD), List.of(YOUNG)).superfluous())
                .containsExactly(OLD);
        assertThat(KeySuccession.of(List.of(YOUNG, OLD), List.of()).superfluous())
                .containsExactly(OLD);
    }

    @Test
    void noticesWhatIsGone() {
        assertThat(KeySuccession.of(List.of(YOUNG), List.of(OLD, YOUNG)).lost()).containsExactly(OLD);
        assertThat(KeySuccession.of(List.of(YOUNG), List.of(YOUNG)).lost()).isEmpty();
    }

    /** Dies between any two steps of a look, thousands of times; what wraps a delivery key is never destroyed. */
    @Test
    void losesNothingWhereverItDies() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random world = new Random(seed);
            var place = new Place();
            Instant now = START;
            for (int look = 0; look < 12; look++) {
                now = now.plus(Duration.ofMinutes(1 + world.nextInt(50)));
                place.look(now, world.nextInt(6));
                assertThat(place.existing).as("seed %s", seed).containsAll(place.wrappedBy.values());
            }
            place.look(now, Integer.MAX_VALUE);
            place.look(now, Integer.MAX_VALUE);
            assertThat(place.existing).as("seed %s", seed).hasSize(1);
        }
    }

    /** A database with three delivery keys, and key-encryption keys beside it. */
    private static final class Place {

        private final Set<UUID> existing = new HashSet<>();
        private Map<String, UUID> wrappedBy = new HashMap<>();

        /** Takes some of the steps of {@link KeyRotation#look}; what was not committed is rolled back. */
        void look(Instant now, int steps) {
            var succession = KeySuccession.of(existing, wrappedBy.values());
            assertThat(succession.lost()).isEmpty();
            int left = steps;
            for (UUID superfluous : succession.superfluous()) {
                if (left-- == 0) {
                    return;
                }
                existing.remove(superfluous);
            }
            UUID kek = succession.current(now, HOUR).orElseGet(() -> kekOf(now));
            if (left-- <= 0) {
                return;
            }
            existing.add(kek);
            Map<String, UUID> rewrapped = Map.of("a", kek, "b", kek, "c", kek);
            if (left-- > 0) {
                wrappedBy = rewrapped;
            }
        }
    }

    /** A UUIDv7. */
    private static UUID kekOf(Instant madeAt) {
        return new UUID(madeAt.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
