package io.handover.provisioning.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.junit.jupiter.api.Test;

class RootPasswordTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void isLongAndHasNoLookAlikes() {
        Set<String> made = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            made.add(RootPassword.random(random).reveal());
        }

        assertThat(made).hasSize(1000).allMatch(password -> password.matches("[a-km-np-zA-HJ-NP-Z2-9]{20}"));
    }

    @Test
    void isKnownByItsHash() {
        Secret password = RootPassword.random(random);

        String hash = RootPassword.hash(password, random);

        byte[] typed = password.reveal().getBytes(StandardCharsets.UTF_8);
        assertThat(hash).matches("\\$6\\$[./0-9A-Za-z]{16}\\$[./0-9A-Za-z]{86}");
        assertThat(Sha2Crypt.sha512Crypt(typed, hash)).isEqualTo(hash);
        assertThat(RootPassword.hash(password, random)).isNotEqualTo(hash);
    }

    @Test
    void isWipedWhenItsCredentialIsClosed() {
        var credential = new RootCredential(Secret.of("secret".toCharArray()), "$6$salt$hash");

        credential.close();

        assertThat(credential.password().reveal()).isEqualTo("\0".repeat(6));
        assertThat(credential.toString()).doesNotContain("hash");
    }
}
