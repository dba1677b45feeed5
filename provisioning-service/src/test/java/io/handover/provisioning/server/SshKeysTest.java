package io.handover.provisioning.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs inside Quarkus only because Bouncy Castle registers itself once per JVM, with the class loader it comes from.
 */
@QuarkusTest
class SshKeysTest {

    private static final String ED25519 =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINS+rjHYh9cxHc5AhqkJaAxAgeMKhZWywXkWsj6PheAF";
    private static final String ECDSA =
            "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBMehkUkOQk+UClEbjerHXxhO1bNy7Bq3XqEriUpWh1DIzrzoslcoBPvN4M3MirEJvy5L1nEgjknbrBEDkJIk/UQ=";
    private static final String RSA =
            "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQChyALTYg+7PHqkR1kBJEg6is3p4ZGrWeUOHkmcnELGf1pHBhojEZ40DvBe7JA/IyF3sWHyy7CZP7xbk8CTWtP+JVli7EmaI5WznVWBMIYfYsFxeI8UfOMjjvTBBEv/W4fjrwAJ7ORV6L5duhf3L1AR8uYpUSXbLS61UmTvIEn0vsBs83WmCOCrporbe0w8W0taLT+eq8gHTL1sc9nO4dkqapFM82GYQYIYB8leoQpLCKlTkv21d/9gXAfe0KE9/Z9GUj7E2Th740b6MnLFfg3WfDbxd6mrXC8Y0pslfe8vE65uYw52/1KKBmhhZzrtIp6U3PJfJVEkXThmXXrgl4gJ";

    @ParameterizedTest
    @ValueSource(strings = {ED25519, ED25519 + " ada@example.org", ED25519 + " Ada's key, made in Ågotnes", ECDSA, RSA})
    void takesAKeyWithOrWithoutAComment(String key) {
        assertThat(SshKeys.checked(List.of(key))).containsExactly(key);
    }

    @Test
    void takesNoKeysAtAll() {
        assertThat(SshKeys.checked(null)).isEmpty();
    }

    @Test
    void stripsTheLineEndOfAFile() {
        assertThat(SshKeys.checked(List.of(ED25519 + "\n"))).containsExactly(ED25519);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "not a key",
                "ssh-ed25519",
                "ssh-ed25519 AAAA",
                "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAINS",
                "moon " + "AAAAC3NzaC1lZDI1NTE5AAAAINS+rjHYh9cxHc5AhqkJaAxAgeMKhZWywXkWsj6PheAF",
                "command=\"reboot\" " + ED25519,
                ED25519 + "\n" + RSA,
                ED25519 + " comment\u0000",
                "-----BEGIN OPENSSH PRIVATE KEY-----"
            })
    void refusesWhatIsNoPublicKey(@Nullable String key) {
        refused(Arrays.asList(ED25519, key), "key 2");
    }

    @Test
    void takesAtMostThirtyTwo() {
        assertThat(SshKeys.checked(Collections.nCopies(31, ED25519))).hasSize(31);
        assertThat(SshKeys.checked(Collections.nCopies(32, ED25519))).hasSize(32);
        refused(Collections.nCopies(33, ED25519), "at most 32");
    }

    @Test
    void boundsTheLengthOfALine() {
        String atLimit = ED25519 + " " + "x".repeat(8192 - ED25519.length() - 1);

        assertThat(SshKeys.checked(List.of(atLimit))).containsExactly(atLimit);
        refused(List.of(atLimit + "x"), "key 1");
    }

    private static void refused(List<@Nullable String> keys, String why) {
        assertThatThrownBy(() -> SshKeys.checked(keys))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("SSH_KEY_INVALID"))
                .hasMessageContaining(why);
    }
}
