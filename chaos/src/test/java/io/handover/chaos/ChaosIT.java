package io.handover.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@code ./handover chaos} does, for a short time. */
class ChaosIT {

    private static final Chaos.Plan SHORT = new Chaos.Plan(20261126, Duration.ofSeconds(45));

    @Test
    void violatesNothing() throws Exception {
        Path checkout = Path.of(System.getProperty("handover.checkout"));

        assertThat(Chaos.run(checkout, SHORT, System.out)).isZero();
    }
}
