package io.handover.notification.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.events.audit.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyFileTest {

    /** RFC 8410, section 10.3; what {@code openssl genpkey -algorithm ed25519} writes, too. */
    private static final String RFC_PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    /** RFC 8410, section 10.1. */
    private static final String RFC_PUBLIC = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    @TempDir
    private Path folder;

    @Test
    void makesAKeyForItsOwnersEyesAndFindsItAgain() throws IOException {
        Path file = folder.resolve("keys").resolve("key.pem");

        VerifierKey made = SigningKeyFile.open(file).verifier();

        assertThat(SigningKeyFile.open(file).verifier()).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void readsAKeyThatOpensslMade() throws IOException {
        byte[] encoded = Base64.getDecoder().decode(RFC_PUBLIC);
        byte[] bytes = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);

        assertThat(SigningKeyFile.open(written(RFC_PRIVATE)).verifier())
                .isEqualTo(VerifierKey.of("handover/audit", bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rwx------"})
    void refusesAFileThatOthersMayRead(String permissions) throws IOException {
        Path file = written(RFC_PRIVATE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> SigningKeyFile.open(file)).hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @CsvSource({"false, rw-------, true", "false, rw-r-----, false", "true, r--r-----, true", "true, r--r--r--, false"})
    void toleratesThatAGroupReadsWhatRootGives(boolean isGivenByRoot, String permissions, boolean isTolerated) {
        assertThat(SigningKeyFile.tolerated(isGivenByRoot).containsAll(PosixFilePermissions.fromString(permissions)))
                .isEqualTo(isTolerated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n"})
    void refusesWhatIsNoKeyWithoutShowingIt(String text) throws IOException {
        Path file = written(text);

        assertThatThrownBy(() -> SigningKeyFile.open(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the audit signing key " + file + " can't be read");
    }

    private Path written(String text) throws IOException {
        Path file = Files.createFile(
                folder.resolve("given.pem"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }
}
