package io.handover.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.quickstart.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    private Path temporary;

    private Home home;
    private Process process;

    @BeforeEach
    void startAProcess() throws IOException {
        home = Home.at(temporary);
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void endsWhatAnEarlierStackLeftRunning() throws Exception {
        new Leftovers(home).remember(process.toHandle());

        int ended = new Leftovers(home).end();

        assertThat(ended).isOne();
        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sparesALaterProcessOfTheSameNumber() throws Exception {
        long started = process.info().startInstant().orElseThrow().toEpochMilli();
        long earlier = started - Duration.ofMinutes(1).toMillis();
        Files.writeString(temporary.resolve("pids"), process.pid() + " " + earlier + "\n");

        assertThat(new Leftovers(home).end()).isZero();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void forgetsWhatWasStopped() throws Exception {
        var leftovers = new Leftovers(home);
        leftovers.remember(process.toHandle());

        leftovers.forget();

        assertThat(leftovers.end()).isZero();
        assertThat(process.isAlive()).isTrue();
    }
}
