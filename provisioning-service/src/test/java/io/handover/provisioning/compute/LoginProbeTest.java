package io.handover.provisioning.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
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

    @Test
    void asksWhereItIsToldTo() {
        Thread.ofVirtual().start(() -> greet("SSH-2.0-OpenSSH_9.9"));

        assertThat(probe("nowhere.invalid", Map.of("handover.sandbox.probe-host", "127.0.0.1")))
                .isTrue();
    }

    private boolean probe() {
        return probe("127.0.0.1", Map.of());
    }

    private boolean probe(String host, Map<String, String> settings) {
        SandboxConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SandboxConfig.class)
                .withDefaultValue("handover.sandbox.token", "a token")
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(SandboxConfig.class);
        var machine = new Machine(true, host, door.getLocalPort());
        return new LoginProbe(vertx, config).answers(machine).await().atMost(Duration.ofMinutes(1));
    }

    private void greet(String greeting) {
        try (Socket visitor = door.accept()) {
            visitor.getOutputStream().write((greeting + "\r\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
