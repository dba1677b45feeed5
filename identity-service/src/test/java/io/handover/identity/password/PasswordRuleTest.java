package io.handover.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final List<String> PERSONAL = List.of("ada.lovelace", "handover");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long walk along the sea",
                "correct horse, wrong staple",
                "пароль который никто не знает",
                "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤🦆",
                "               x kept by spaces",
                "Tr0ub4dor&3-and-more"
            })
    void acceptsLongTextsOfAnyKind(String password) {
        assertThat(PasswordRule.broken(password, PERSONAL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "PasswordPasswordPass",
                "aaaaaaaaaaaaaaaaaaaa",
                "123456789012345",
                "qwertyuiopasdfg",
                "zyxwvutsrqponmlkj",
                "Correct Horse Battery Staple",
                "1qaz2wsx3edc4rfv",
                "ada.lovelaceADA.LOVELACE1",
                "handover-handover!",
                "ada.lovelace1815"
            })
    void refusesWhatIsEasilyGuessed(String password) {
        assertThat(PasswordRule.broken(password, PERSONAL)).isPresent();
    }

    @Test
    void boundsTheLengthInCodePoints() {
        assertThat(PasswordRule.LONG_ENOUGH.keptBy("🦊".repeat(14), PERSONAL)).isFalse();
        assertThat(PasswordRule.LONG_ENOUGH.keptBy("🦊".repeat(15), PERSONAL)).isTrue();
        assertThat(PasswordRule.NOT_TOO_LONG.keptBy("🦊".repeat(256), PERSONAL)).isTrue();
        assertThat(PasswordRule.NOT_TOO_LONG.keptBy("🦊".repeat(257), PERSONAL)).isFalse();
    }
}
