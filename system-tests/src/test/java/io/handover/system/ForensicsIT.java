package io.handover.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.handover.quickstart.forensics.Forensics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What {@code ./handover forensics} does: of no password that was handed over, or was not, anything is left anywhere.
 */
class ForensicsIT {

    private static final int SERVERS = 200;

    @Test
    void findsEveryPlantedCanaryAndNoPassword() throws Exception {
        Path checkout = Path.of(System.getProperty("handover.checkout"));
        var told = new ByteArrayOutputStream();

        int status = Forensics.run(checkout, SERVERS, new PrintStream(told, true, UTF_8));

        assertThat(status).as(told.toString(UTF_8)).isZero();
    }
}
