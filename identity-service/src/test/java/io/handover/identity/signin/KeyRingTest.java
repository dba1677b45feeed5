package io.handover.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.identity.signin.KeyRing.Periods;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration NOTICE = Duration.ofHours(1);
    private static final Periods PERIODS = new Periods(PERIOD, NOTICE, Duration.ofMinutes(5));
    private static final KeyPair PAIR = pair();

    @Test
    void wantsItsFirstKeyAtOnce() {
        assertThat(ring().dueFrom(START)).contains(START);
        assertThat(ring().signing(START)).isEmpty();
    }

    @Test
    void wantsTheNextKeyInTimeToShowIt() {
        Instant successor = START.plus(PERIOD);

        assertThat(ring(START).dueFrom(successor.minus(NOTICE).minusSeconds(1))).isEmpty();
        assertThat(ring(START).dueFrom(successor.minus(NOTICE))).contains(successor);
        assertThat(ring(START).dueFrom(successor.plusSeconds(1)))
                .contains(successor.plusSeconds(1).plus(NOTICE));
    }

    @Test
    void signsWithTheLatestKeyWhoseTimeHasCome() {
        Instant successor = START.plus(PERIOD);
        KeyRing ring = ring(START, successor);

        assertThat(ring.signing(successor.minusSeconds(1)).map(SigningKey::signsFrom))
                .contains(START);
        assertThat(ring.signing(successor).map(SigningKey::signsFrom)).contains(successor);
        assertThat(ring.dueFrom(successor)).isEmpty();
    }

    @Test
    void signsWithTheFirstKeyThoughItsMakersClockRunsAhead() {
        assertThat(ring(START.plusSeconds(5)).signing(START)).isPresent();
    }

    @Test
    void showsAKeyBeforeItSignsAndUntilItsTokensHaveDied() {
        Instant successor = START.plus(PERIOD);
        KeyRing ring = ring(START, successor);
        Instant forgotten = successor.plus(NOTICE).plus(PERIODS.lifetime());

        assertThat(ring.shown(START)).hasSize(2);
        assertThat(ring.shown(forgotten.minusSeconds(1))).hasSize(2);
        assertThat(ring.shown(forgotten)).hasSize(1);
    }

    private static KeyRing ring(Instant... signsFrom) {
        List<SigningKey> keys = Stream.of(signsFrom)
                .map(from -> new SigningKey(from.toString(), PAIR, from))
                .toList();
        return new KeyRing(keys, PERIODS);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
