package io.handover.sandbox.ssh;

import static io.handover.sandbox.TestLogin.ecdsa;
import static io.handover.sandbox.TestLogin.ed25519;
import static io.handover.sandbox.TestLogin.line;
import static io.handover.sandbox.TestLogin.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizedKeyTest {

    @Test
    void readsKeysOfEachKindWithAndWithoutAComment() throws GeneralSecurityException {
        assertThat(AuthorizedKey.parse(line(ed25519()))).isPresent();
        assertThat(AuthorizedKey.parse(line(ecdsa()) + " ada@example.org at home"))
                .isPresent();
        assertThat(AuthorizedKey.parse(line(rsa(1024)) + " ")).isPresent();
    }

    @Test
    void refusesAWeakKey() throws GeneralSecurityException {
        assertThat(AuthorizedKey.parse(line(rsa(1023)))).isEmpty();
    }

    @Test
    void refusesALineThatSaysMore() throws GeneralSecurityException {
        String line = line(ed25519());

        assertThat(AuthorizedKey.parse("no-pty " + line)).isEmpty();
        assertThat(AuthorizedKey.parse(line + " ada\n" + line)).isEmpty();
        assertThat(AuthorizedKey.parse(" " + line)).isEmpty();
        assertThat(AuthorizedKey.parse(line.substring(0, line.length() - 8))).isEmpty();
    }

    @Test
    void refusesALineThatIsTooLong() throws GeneralSecurityException {
        String line = line(ed25519()) + " ";

        assertThat(AuthorizedKey.parse(line + "x".repeat(8192 - line.length()))).isPresent();
        assertThat(AuthorizedKey.parse(line + "x".repeat(8193 - line.length()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ssh-ed25519",
                "ssh-ed25519 ",
                "ssh-ed25519 !",
                "ssh-ed25519 AAAA",
                "ssh-rsa AAAAC3NzaC1lZDI1NTE5",
                "ssh-unknown AAAAC3NzaC1lZDI1NTE5",
                "# a comment",
                "-----BEGIN OPENSSH PRIVATE KEY-----"
            })
    void refusesWhatIsNoKey(String text) {
        assertThat(AuthorizedKey.parse(text)).isEmpty();
    }
}
