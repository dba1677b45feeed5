package io.handover.quickstart.stack;

import io.handover.quickstart.database.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of the stack. */
final class Child {

    /**
     * A terminal sends Ctrl-C to all processes in it. The parts leave it to the launcher, which ends them in order, and
     * a JVM leaves alone what its starter had ignored.
     */
    private static final List<String> LEAVING_INTERRUPTS_TO_THE_LAUNCHER =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "handover");

    private static final String STACK_FRAME = "\tat ";
    private static final int LAST_WORDS_MAX = 20;

    private final Plan plan;
    private final Process process;
    private final BooleanSupplier ready;

    private Child(Plan plan, Process process, BooleanSupplier ready) {
        this.plan = plan;
        this.process = process;
        this.ready = ready;
    }

    /** Starts a process that is ready when its health is good or, if the plan names none, when it has said so. */
    static Child start(Plan plan, Health health) {
        if (plan.health().isPresent()) {
            Process process = launch(plan, Redirect.appendTo(plan.log().toFile()));
            return new Child(plan, process, () -> health.isGood(plan.health().get()));
        }
        Process process = launch(plan, Redirect.PIPE);
        var announcement = new Announcement(process.getInputStream());
        // Reading from a pipe keeps a virtual thread's carrier, of which there are as few as processors.
        Thread.ofPlatform().daemon().start(announcement);
        return new Child(plan, process, announcement::wasMade);
    }

    String name() {
        return plan.name();
    }

    Plan plan() {
        return plan;
    }

    Tier tier() {
        return plan.tier();
    }

    Process process() {
        return process;
    }

    boolean isReady() {
        return ready.getAsBoolean();
    }

    /** As a power cut would. PostgreSQL's server is no child of its launcher, and dies first. */
    void kill() throws InterruptedException {
        if (tier() == Tier.DATABASE) {
            Database.kill(plan.folder());
        }
        process.destroyForcibly().waitFor();
    }

    void askToEnd() {
        process.destroy();
    }

    void awaitEnd() {
        process.onExit().join();
    }

    /** Waits for it to end, and makes it when it does not. */
    void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What to say when it has died. */
    String obituary() {
        return name() + " ended by itself with status " + process.exitValue() + ". " + lastWords();
    }

    /** What to say when it does not become ready. */
    String unreadiness(Duration patience) {
        return name() + " did not become ready within " + patience.toSeconds() + " s. " + lastWords();
    }

    private String lastWords() {
        return "The end of " + plan.log() + ":\n" + endOfLog().collect(Collectors.joining("\n"));
    }

    private Stream<String> endOfLog() {
        try {
            List<String> lines = new String(Files.readAllBytes(plan.log()), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith(STACK_FRAME))
                    .toList();
            return lines.stream().skip(Math.max(0, lines.size() - LAST_WORDS_MAX));
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    private static Process launch(Plan plan, Redirect output) {
        List<String> command = new ArrayList<>(LEAVING_INTERRUPTS_TO_THE_LAUNCHER);
        command.addAll(plan.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(plan.folder().toFile())
                .redirectOutput(output)
                .redirectError(Redirect.appendTo(plan.log().toFile()));
        builder.environment().putAll(plan.environment());
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(plan.name() + " could not be started", failed);
        }
    }

    /** Waits for a line, and reads on so that the process never waits for a reader. */
    private static final class Announcement implements Runnable {

        private final InputStream output;
        private volatile boolean made;

        Announcement(InputStream output) {
            this.output = output;
        }

        @Override
        public void run() {
            try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    made |= line.equals(Stack.READY);
                }
            } catch (IOException gone) {
                // Then there is nothing more to come.
            }
        }

        boolean wasMade() {
            return made;
        }
    }
}
