package io.handover.sandbox.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    private Path root;

    @Test
    void keepsWhatIsWritten() {
        try (StateFolder folder = StateFolder.open(root)) {
            folder.writeAll(Map.of("a", bytes("1"), "b", bytes("2")), "things", "one");
            folder.write(bytes("3"), "things", "one", "a");
            folder.write(bytes("4"), "things", "two");
        }

        try (StateFolder folder = StateFolder.open(root)) {
            assertThat(folder.list("things")).containsExactly("one", "two");
            assertThat(folder.read("things", "one", "a")).asString(UTF_8).isEqualTo("3");
            assertThat(folder.read("things", "one", "b")).asString(UTF_8).isEqualTo("2");
            assertThat(folder.read("things", "two")).asString(UTF_8).isEqualTo("4");
        }
    }

    @Test
    void deletesWhatIsThere() {
        try (StateFolder folder = StateFolder.open(root)) {
            folder.writeAll(Map.of("a", bytes("1")), "things", "one");
            folder.write(bytes("2"), "things", "two");

            folder.delete("things", "one");
            folder.delete("things", "two");
            folder.delete("things", "two");

            assertThat(folder.list("things")).isEmpty();
        }
    }

    @Test
    void forgetsWhatAnEndHalfwayLeft() throws IOException {
        Path things = Files.createDirectories(root.resolve("things"));
        Files.createDirectories(things.resolve(".one"));
        Files.writeString(things.resolve(".one").resolve("a"), "half");
        Files.writeString(things.resolve(".two"), "half");

        try (StateFolder folder = StateFolder.open(root)) {
            folder.writeAll(Map.of("b", bytes("1")), "things", "one");

            assertThat(folder.list("things")).containsExactly("one");
        }
        assertThat(things.resolve("one")).isDirectoryNotContaining("glob:**a");
        assertThat(things).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerOnly() throws IOException {
        Path path = root.resolve("state");
        try (StateFolder folder = StateFolder.open(path)) {
            folder.writeAll(Map.of("a", bytes("1")), "things", "one");
            folder.write(bytes("2"), "things", "one", "a");
        }

        try (Stream<Path> all = Files.walk(path)) {
            assertThat(all)
                    .hasSizeGreaterThan(4)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .endsWith("------"));
        }
    }

    @Test
    void isForOneSandboxAtATime() {
        try (StateFolder folder = StateFolder.open(root)) {
            assertThat(folder.list("things")).isEmpty();
            assertThatThrownBy(() -> StateFolder.open(root)).hasMessageContaining("another sandbox uses the folder");
        }

        StateFolder.open(root).close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
