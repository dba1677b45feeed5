package io.handover.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2idTest {

    private static final byte[] SALT = "somesaltsomesalt".getBytes(StandardCharsets.US_ASCII);

    @Test
    void agreesWithOtherImplementations() {
        String hash = new Argon2id(65536, 2).hash("password", "somesalt".getBytes(StandardCharsets.US_ASCII));

        assertThat(hash)
                .as("the example of the reference implementation's own tests")
                .isEqualTo("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    }

    @Test
    void verifiesWithTheCostsTheHashWasMadeWith() {
        String cheap = new Argon2id(64, 1).hash("a long walk", SALT);

        assertThat(Argon2id.verify("a long walk", cheap)).isTrue();
        assertThat(Argon2id.verify("a long talk", cheap)).isFalse();
        assertThat(new Argon2id(64, 1).made(cheap)).isTrue();
        assertThat(new Argon2id(64, 2).made(cheap)).isFalse();
    }
}
