package io.handover.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuesserTest {

    @Test
    void isTheSameHoweverTheUsernameIsWritten() {
        assertThat(Guesser.of("Ada", "10.0.0.1")).isEqualTo(Guesser.of("ada", "10.0.0.1"));
    }

    @Test
    void isAnotherOneAtEachIpv4Address() {
        assertThat(Guesser.of("ada", "10.0.0.1")).isNotEqualTo(Guesser.of("ada", "10.0.0.2"));
        assertThat(Guesser.of("ada", "::ffff:10.0.0.1")).isEqualTo(Guesser.of("ada", "10.0.0.1"));
    }

    @Test
    void isOneForAllIpv6AddressesOfACustomer() {
        assertThat(Guesser.of("ada", "2001:db8:0:1::1")).isEqualTo(Guesser.of("ada", "2001:db8:0:1:ffff::9"));
        assertThat(Guesser.of("ada", "2001:db8:0:1::1")).isNotEqualTo(Guesser.of("ada", "2001:db8:0:2::1"));
    }

    @Test
    void mayComeFromNobodyKnowsWhere() {
        assertThat(Guesser.of("ada", "").network()).isEmpty();
        assertThat(Guesser.of("ada", "here").network()).isEqualTo("here");
    }
}
