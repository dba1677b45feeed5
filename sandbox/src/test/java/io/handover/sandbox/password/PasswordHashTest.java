package io.handover.sandbox.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    /** Made by OpenSSL, with the passwords and salts of the specification of SHA-512 crypt. */
    private static final PasswordHash HELLO = PasswordHash.of(
            "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1");

    private static final PasswordHash HELLO_SLOWLY = PasswordHash.of(
            "$6$rounds=10000$saltstringsaltst$OW1/O6BYHV6BcXZu8QVeXbDWra3Oeqh0sbHbbMCVNSnCM/UrjmM0Dp8vOuZeHBy/YTBmSK6H9qs/y3RnOaw5v.");

    @Test
    void matchesItsPasswordOnly() {
        assertThat(HELLO.matches("Hello world!".toCharArray())).isTrue();
        assertThat(HELLO_SLOWLY.matches("Hello world!".toCharArray())).isTrue();
        assertThat(HELLO.matches("Hello world".toCharArray())).isFalse();
        assertThat(HELLO.matches(new char[0])).isFalse();
    }

    @Test
    void isMadeWithASaltOfItsOwn() {
        SecureRandom random = new SecureRandom();
        char[] password = "caf\u00e9 by the sea".toCharArray();

        PasswordHash one = PasswordHash.of(password, random);
        PasswordHash other = PasswordHash.of(password, random);

        assertThat(one.reveal()).matches(PasswordHash.FORM).isNotEqualTo(other.reveal());
        assertThat(one.matches(password)).isTrue();
        assertThat(PasswordHash.of(one.reveal()).matches(password)).isTrue();
    }

    @Test
    void neverShowsItself() {
        assertThat(HELLO).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "!", "$1$salt$hash", "$6$", "plain"})
    void refusesWhatIsNoHash(String text) {
        assertThatThrownBy(() -> PasswordHash.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
