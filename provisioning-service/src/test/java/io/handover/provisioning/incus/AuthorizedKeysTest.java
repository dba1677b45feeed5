package io.handover.provisioning.incus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorizedKeysTest {

    @Test
    void addsWhatIsMissingAndKeepsWhatIsThere() {
        assertThat(with("", "ssh-ed25519 A ada", "ssh-ed25519 B bob"))
                .isEqualTo("ssh-ed25519 A ada\nssh-ed25519 B bob\n");
        assertThat(with("# mine\nssh-ed25519 A ada\n", "ssh-ed25519 A ada", "ssh-ed25519 B bob"))
                .isEqualTo("# mine\nssh-ed25519 A ada\nssh-ed25519 B bob\n");
    }

    private static String with(String file, String... keys) {
        return new String(
                AuthorizedKeys.with(file.getBytes(StandardCharsets.UTF_8), List.of(keys)), StandardCharsets.UTF_8);
    }
}
