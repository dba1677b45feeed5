package io.handover.chaos;

import java.nio.file.Path;
import java.time.Duration;

/** What {@code ./handover chaos} runs. */
public final class Main {

    private Main() {}

    /** The seed, and for how many minutes. */
    public static void main(String[] arguments) throws Exception {
        var plan = new Chaos.Plan(Long.parseLong(arguments[0]), Duration.ofMinutes(Long.parseLong(arguments[1])));
        Path checkout = Path.of(System.getProperty("handover.checkout", "")).toAbsolutePath();
        System.exit(Chaos.run(checkout, plan, System.out));
    }
}
