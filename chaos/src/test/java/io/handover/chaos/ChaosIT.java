package io.handover.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@code ./handover chaos} does, for a short time. */
class ChaosIT {

    private static final Chaos.Plan SHORT = new Chaos.Plan(20261126, Duration.ofSeconds(45));

    @Test
    void violatesNothing() throws Exception {
        Path checkout = Path.of(System.getProperty("handover.checkout"));
        var told = new ByteArrayOutputStream();

        int status = Chaos.run(checkout, SHORT, new PrintStream(told, true, UTF_8));

        assertThat(status).as(told.toString(UTF_8)).isZero();
    }
}
