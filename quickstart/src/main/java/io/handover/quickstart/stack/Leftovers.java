package io.handover.quickstart.stack;

import io.handover.quickstart.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The processes of a stack, written down so that the next start finds those that outlived a launcher which was killed.
 * A process is told from a later one of the same number by when it started.
 */
final class Leftovers {

    /** What the system's clock may have been set by in between. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path file;

    Leftovers(Home home) {
        file = home.path().resolve("pids");
    }

    void remember(ProcessHandle process) {
        String line = process.pid() + " " + started(process).toEpochMilli() + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends what is still there, and returns how many that were. */
    int end() throws InterruptedException {
        List<ProcessHandle> alive = alive();
        alive.forEach(ProcessHandle::destroy);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (alive.stream().anyMatch(ProcessHandle::isAlive) && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        alive.forEach(ProcessHandle::destroyForcibly);
        forget();
        return alive.size();
    }

    private List<ProcessHandle> alive() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", 2))
                    .filter(entry -> entry.length == 2)
                    .flatMap(entry -> find(Long.parseLong(entry[0]), Long.parseLong(entry[1])).stream())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<ProcessHandle> find(long pid, long startedMillis) {
        return ProcessHandle.of(pid)
                .filter(process -> Duration.between(started(process), Instant.ofEpochMilli(startedMillis))
                                .abs()
                                .compareTo(CLOCK_TOLERANCE)
                        < 0);
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
