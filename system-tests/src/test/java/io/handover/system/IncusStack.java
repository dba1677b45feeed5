package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handover.quickstart.home.Home;
import io.handover.quickstart.stack.Compute;
import io.handover.quickstart.stack.Plenty;
import io.handover.quickstart.stack.Progress;
import io.handover.quickstart.stack.Settings;
import io.handover.quickstart.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The whole of Handover with an Incus of its own, in a temporary folder. Where there can be none it is skipped, unless
 * {@code HANDOVER_REQUIRE_INCUS} says that it must be.
 */
final class IncusStack {

    private static final Path CHECKOUT = Path.of(System.getProperty("handover.checkout"));

    private final Path folder;
    private final IncusHost incus;
    private final Stack stack;

    /** Not started yet. */
    IncusStack() throws IOException {
        // Incus makes sockets in it: the path must be short.
        folder = Files.createTempDirectory("handover-incus-").toRealPath();
        incus = new IncusHost(CHECKOUT, folder.resolve("incus"));
        Settings settings = Settings.anywhere(CHECKOUT, folder).with(Compute.PRIVATE_INCUS);
        stack = new Stack(settings, new Progress(System.out), Plenty.ENVIRONMENT);
    }

    void start() throws IOException, InterruptedException {
        String obstacle = incus.obstacle();
        if (Boolean.parseBoolean(System.getenv("HANDOVER_REQUIRE_INCUS"))) {
            assertThat(obstacle).isEmpty();
        }
        assumeTrue(obstacle.isEmpty(), () -> "Skipped, there can be no Incus here: " + obstacle);
        stack.start();
    }

    Stack stack() {
        return stack;
    }

    IncusHost incus() {
        return incus;
    }

    /** Somebody new. */
    Workspace open() {
        return Workspace.open(new Api(stack.gateway()), "ada");
    }

    /** Leaves nothing behind. */
    void stop() throws IOException, InterruptedException {
        stack.close();
        incus.down();
        Home.delete(folder);
    }
}
