package io.handover.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handover.quickstart.demo.Story;
import io.handover.quickstart.stack.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * The whole of Handover in containers, as {@code docker-compose.yml} describes it. Skipped where they cannot be run.
 */
class ComposeIT {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
    private static final Path CHECKOUT = Path.of(System.getProperty("handover.checkout"));
    private static final Path FILE = CHECKOUT.resolve("docker-compose.yml");

    private final Map<String, String> ports = Map.of(
            "HANDOVER_PORT", freePort(),
            "HANDOVER_INBOX_PORT", freePort(),
            "HANDOVER_KAFKA_PORT", freePort());

    @Test
    void tellsTheStory() throws Exception {
        String obstacle = Engine.obstacle(FILE);
        assumeTrue(obstacle.isEmpty(), () -> "Skipped, containers cannot be run here: " + obstacle);

        try (var containers = containers()) {
            containers.start();
            var story = new Story(at("HANDOVER_PORT"), at("HANDOVER_INBOX_PORT"), new Progress(System.out));

            assertThatCode(story::tell).doesNotThrowAnyException();
        }
    }

    private ComposeContainer containers() throws IOException, InterruptedException {
        return new ComposeContainer("handover-it", FILE.toFile())
                .withPull(false)
                .withEnv(ports)
                .withEnv("HANDOVER_SECRETS", secrets().toString())
                .waitingFor("gateway", Wait.forHealthcheck().withStartupTimeout(LONG_ENOUGH))
                .waitingFor("identity", Wait.forHealthcheck().withStartupTimeout(LONG_ENOUGH))
                .waitingFor("permission", Wait.forHealthcheck().withStartupTimeout(LONG_ENOUGH))
                .waitingFor("provisioning", Wait.forHealthcheck().withStartupTimeout(LONG_ENOUGH))
                .waitingFor("notification", Wait.forHealthcheck().withStartupTimeout(LONG_ENOUGH));
    }

    /** Made here and not by a container, so that they belong to who cleans up. */
    private static Path secrets() throws IOException, InterruptedException {
        Path folder =
                Files.createDirectories(Path.of("target", "compose-secrets").toAbsolutePath());
        String script = CHECKOUT.resolve("deploy/compose/make-secrets").toString();
        new ProcessBuilder("sh", script, folder.toString()).inheritIO().start().waitFor();
        return folder;
    }

    private URI at(String port) {
        return URI.create("http://localhost:" + ports.get(port));
    }

    private static String freePort() {
        try (var socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
