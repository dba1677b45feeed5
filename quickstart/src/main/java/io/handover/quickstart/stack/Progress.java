package io.handover.quickstart.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines with the time since the beginning. */
public final class Progress {

    private final PrintStream out;
    private final long begun = System.nanoTime();

    /** Begins now. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Prints a line that says when. */
    public void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", elapsed().toMillis() / 1000.0, line);
        out.flush();
    }

    /** Prints a line that goes on with the one before. */
    public void add(String line) {
        out.printf("          %s%n", line);
        out.flush();
    }

    /** The time since the beginning. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
