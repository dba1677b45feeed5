package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.quickstart.demo.Demo;
import io.handover.quickstart.stack.Compute;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The story that {@code ./handover demo} tells, with the search for passwords at its end. */
class DemoIT {

    private static final int LINES_MAX = 40;

    @Test
    void holdsAndIsShort() throws Exception {
        var told = new ByteArrayOutputStream();
        Path checkout = Path.of(System.getProperty("handover.checkout"));

        int status = Demo.tell(checkout, Compute.SANDBOX, new PrintStream(told, true, StandardCharsets.UTF_8));

        String story = told.toString(StandardCharsets.UTF_8);
        assertThat(status).as(story).isZero();
        assertThat(story.lines()).hasSizeLessThan(LINES_MAX);
    }
}
