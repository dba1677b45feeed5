package io.handover.notification.keyencryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    Path temporary;

    @Test
    void isForItsOwnerOnly() throws IOException {
        Path path = temporary.resolve("a/b");

        KeyFolder.open(path).write(ID, CONTENT);

        assertThat(rights(path)).isEqualTo("rwx------");
        assertThat(rights(path.resolve(ID + ".key"))).isEqualTo("rw-------");
    }

    @Test
    void keepsWhatIsWrittenUntilItIsDestroyed() throws IOException {
        KeyFolder.open(temporary.resolve("keys")).write(ID, CONTENT);
        KeyFolder folder = KeyFolder.open(temporary.resolve("keys"));
        assertThat(folder.list()).containsExactly(ID);
        assertThat(folder.read(ID)).isEqualTo(CONTENT);

        folder.destroy(ID);
        folder.destroy(ID);

        assertThat(folder.list()).isEmpty();
        assertThat(temporary.resolve("keys")).isEmptyDirectory();
    }

    @Test
    void destroysWhatIsHalfMade() throws IOException {
        KeyFolder folder = KeyFolder.open(temporary.resolve("keys"));
        folder.write(ID, CONTENT);
        Files.write(temporary.resolve("keys/01900000-0000-7000-8000-000000000002.half"), CONTENT);

        assertThat(folder.list()).containsExactly(ID);
        assertThat(temporary.resolve("keys")).isDirectoryNotContaining("glob:**.half");
    }

    @Test
    void overwritesNoKey() throws IOException {
        KeyFolder folder = KeyFolder.open(temporary.resolve("keys"));
        Files.write(temporary.resolve("keys/" + ID + ".half"), CONTENT);

        assertThatThrownBy(() -> folder.write(ID, CONTENT)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-----", "rwx--x---", "rwx---r--", "rwx-----x"})
    void refusesAFolderThatOthersMayUse(String rights) throws IOException {
        Path path = Files.createDirectory(temporary.resolve("keys"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));

        assertThatThrownBy(() -> KeyFolder.open(path))
                .hasMessageContaining("handover.key-encryption.folder")
                .hasMessageContaining("chmod 700 " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--"})
    void refusesAKeyThatOthersMayUse(String rights) throws IOException {
        Path path = temporary.resolve("keys");
        KeyFolder.open(path).write(ID, CONTENT);
        Path key = path.resolve(ID + ".key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(rights));

        assertThatThrownBy(() -> KeyFolder.open(path)).hasMessageContaining("chmod 600 " + key);
    }

    @Test
    void refusesWhatIsNoFolder() throws IOException {
        Path path = Files.createFile(temporary.resolve("keys"));

        assertThatThrownBy(() -> KeyFolder.open(path)).hasMessageContaining("handover.key-encryption.folder");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
