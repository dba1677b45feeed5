package io.handover.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Throttle<String> throttle = new Throttle<>(2, WINDOW);

    @Test
    void waitsFromTheLastAllowedFailureUntilTheWindowIsOver() {
        throttle.failed("ada", NOW);
        assertThat(throttle.waitFor("ada", NOW)).isEmpty();

        throttle.failed("ada", NOW.plusSeconds(1));

        assertThat(throttle.waitFor("ada", NOW.plusSeconds(1))).contains(WINDOW.minusSeconds(1));
        assertThat(throttle.waitFor("ada", NOW.plus(WINDOW))).isEmpty();
        assertThat(throttle.waitFor("bob", NOW)).isEmpty();
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        throttle.failed("ada", NOW);
        throttle.succeeded("ada");
        throttle.failed("ada", NOW);

        assertThat(throttle.waitFor("ada", NOW)).isEmpty();
    }

    @Test
    void staysBoundedHoweverManyFail() {
        throttle.failed("ada", NOW);
        throttle.failed("ada", NOW);
        for (int at = 0; at < 9_999; at++) {
            throttle.failed("name" + at, NOW);
        }
        assertThat(throttle.waitFor("ada", NOW)).isPresent();

        throttle.failed("one more", NOW);

        assertThat(throttle.waitFor("ada", NOW)).isEmpty();
    }
}
