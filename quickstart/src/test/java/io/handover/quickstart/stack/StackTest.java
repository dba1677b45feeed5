package io.handover.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.quickstart.home.Home;
import io.handover.quickstart.home.HomeLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stack that can't start says so. That one which can does, is for the system tests. */
class StackTest {

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void namesWhatIsNotBuilt() {
        assertThatThrownBy(() -> start(Settings.anywhere(temporary, temporary.resolve("home"))))
                .isInstanceOf(StackFailed.class)
                .hasMessageContaining("identity-service")
                .hasMessageContaining("mvn package");
    }

    @Test
    void namesAPortThatIsTakenBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            var settings =
                    new Settings(built(), temporary.resolve("home"), taken.getLocalPort(), 1, 2, Compute.SANDBOX);

            assertThatThrownBy(() -> start(settings))
                    .isInstanceOf(StackFailed.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("HANDOVER_PORT=");
        }
        assertThat(temporary.resolve("home/pids")).doesNotExist();
    }

    @Test
    void refusesAHomeThatAnotherStackLivesIn() throws Exception {
        Path folder = temporary.resolve("home");
        try (HomeLock _ = HomeLock.take(Home.at(folder)).orElseThrow()) {
            assertThatThrownBy(() -> start(Settings.anywhere(built(), folder)))
                    .isInstanceOf(StackFailed.class)
                    .hasMessageContaining("runs in " + folder);
        }
    }

    @Test
    void showsTheEndOfTheLogOfAPartThatDoesNotStart() {
        // In a checkout of empty files no class is found.
        assertThatThrownBy(() -> start(Settings.anywhere(built(), temporary.resolve("home"))))
                .isInstanceOf(StackFailed.class)
                .hasMessageMatching("(?s)(postgresql|kafka) ended by itself with status 1\\..*")
                .hasMessageContaining("io.handover.quickstart.Main");
        assertThat(temporary.resolve("home/pids")).doesNotExist();
    }

    private void start(Settings settings) throws InterruptedException {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        try (var stack = new Stack(settings, new Progress(out))) {
            stack.start();
        }
    }

    private Path built() throws IOException {
        Path checkout = temporary.resolve("checkout");
        Files.createDirectories(checkout.resolve("quickstart/target"));
        for (String module : Plans.MODULES) {
            Path jar = new Checkout(checkout).application(module);
            Files.createDirectories(jar.getParent());
            Files.writeString(jar, "");
        }
        return checkout;
    }
}
