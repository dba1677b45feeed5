package io.handover.provisioning.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginProbeTest {

    private final Vertx vertx = Vertx.vertx();
    private final ServerSocket door;

    LoginProbeTest() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource({"SSH-2.0-OpenSSH_9.9, true", "HTTP/1.1 400 Bad Request, false", "'', false"})
    void knowsAnSshServerByItsGreeting(String greeting, boolean answers) {
        Thread.ofVirtual().start(() -> greet(greeting));

        assertThat(probe()).isEqualTo(answers);
    }

    @Test
    void doesNotWaitForeverForAGreeting() {
        assertThat(probe()).isFalse();
    }

    @Test
    void knowsThatNobodyIsThere() throws IOException {
        door.close();

        assertThat(probe()).isFalse();
    }

    private boolean probe() {
        var machine = new Machine(true, "127.0.0.1", door.getLocalPort());
        return new LoginProbe(vertx).answers(machine).await().atMost(Duration.ofMinutes(1));
    }

    private void greet(String greeting) {
        try (Socket visitor = door.accept()) {
            visitor.getOutputStream().write((greeting + "\r\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
