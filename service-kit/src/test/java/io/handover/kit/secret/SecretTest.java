package io.handover.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {

    private static final String TEXT = "pässwörd 🔑";

    @Test
    void readsAndWritesUtf8() {
        byte[] utf8 = TEXT.getBytes(StandardCharsets.UTF_8);

        Secret secret = Secret.ofUtf8(utf8);

        assertThat(secret.reveal()).isEqualTo(TEXT);
        assertThat(secret.toUtf8()).isEqualTo(utf8);
    }

    @Test
    void doesNotShowItself() {
        assertThat(Secret.of(TEXT.toCharArray())).hasToString("***");
        assertThat("%s".formatted(Secret.of(TEXT.toCharArray()))).isEqualTo("***");
    }

    @Test
    void isGoneOnceItIsClosed() {
        char[] characters = TEXT.toCharArray();
        Secret secret = Secret.of(characters);

        secret.close();

        assertThat(characters).containsOnly('\0');
        assertThat(secret.reveal()).doesNotContain("p");
    }

    @Test
    void handsOutCopiesThatLeaveItWhole() {
        Secret secret = Secret.of(TEXT.toCharArray());

        secret.toUtf8()[0] = 0;

        assertThat(secret.reveal()).isEqualTo(TEXT);
    }
}
