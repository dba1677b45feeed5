package io.handover.quickstart.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path temporary;

    private Home home;

    @BeforeEach
    void open() {
        home = Home.at(temporary.resolve("a/home"));
    }

    @Test
    void letsNobodyButTheOwnerIn() throws Exception {
        assertThat(rights(home.path())).isEqualTo("rwx------");
        assertThat(rights(home.folder("kafka"))).isEqualTo("rwx------");
        assertThat(rights(home.secretFile("identity"))).isEqualTo("rw-------");
    }

    @Test
    void keepsASecret() {
        String made = home.secret("identity");

        assertThat(made).matches("[a-z0-9]{32}");
        assertThat(Home.at(home.path()).secret("identity")).isEqualTo(made);
    }

    @Test
    void makesEachSecretAnew() {
        assertThat(home.secret("identity")).isNotEqualTo(home.secret("permission"));
    }

    @Test
    void isLockedForASecondStackUntilTheFirstIsGone() {
        HomeLock first = HomeLock.take(home).orElseThrow();

        assertThat(HomeLock.take(home)).isEmpty();
        first.close();
        try (HomeLock second = HomeLock.take(home).orElseThrow()) {
            assertThat(second).isNotNull();
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
