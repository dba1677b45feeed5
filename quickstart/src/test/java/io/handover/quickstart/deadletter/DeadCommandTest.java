package io.handover.quickstart.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says when there is nobody to ask; the rest is told by DeadLettersIT. */
class DeadCommandTest {

    private static final String ID = "0198c0de-0000-7000-8000-000000000000";

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list all",
                "replay",
                "replay moon",
                "replay --every",
                "drop",
                "drop --all",
                "drop " + ID + " " + ID,
                "bury " + ID
            })
    void saysHowItIsAsked(String words) throws IOException {
        stackThatIsAway();

        assertThat(dead(words)).isEqualTo("""
                Usage: ./handover dead list | replay ID | replay --all | drop ID
                status 2""");
    }

    @Test
    void saysThatNoStackRuns() {
        assertThat(dead("list"))
                .startsWith("No \"./handover up\" runs in " + home)
                .endsWith("status 1");
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "replay --all", "replay " + ID, "drop " + ID})
    void saysWhichServiceIsAway(String words) throws IOException {
        stackThatIsAway();

        assertThat(dead(words))
                .contains("identity: it does not answer; what it has put aside is not known.")
                .doesNotContain("Nothing is put aside")
                .endsWith("status 1");
    }

    /** Its launcher was killed. */
    private void stackThatIsAway() throws IOException {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.resolve("management"), "identity http://127.0.0.1:" + nobody.getLocalPort() + "\n");
        }
    }

    private String dead(String words) {
        var told = new ByteArrayOutputStream();
        var stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        List<String> arguments = words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
        int status = DeadCommand.run(arguments, home, stream, stream);
        return told.toString(StandardCharsets.UTF_8) + "status " + status;
    }
}
