package io.handover.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.gateway.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({"'',''", "plain,plain", "a%20b,'a b'", "%41%42,AB", "%c3%a4,ä", "%C3%A4,ä", "%252e,%2e", "a+b,a+b"})
    void decodesOnceAsUtf8(String encoded, String decoded) {
        assertThat(PercentEncoding.decode(encoded)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "a%", "%g1", "%1g", "%-1", "% 41", "%%41"})
    void refusesBrokenEscapes(String broken) {
        assertThatThrownBy(() -> PercentEncoding.decode(broken))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("broken percent-escape");
    }

    /** Lone continuation, truncated, overlong, surrogate, beyond Unicode. */
    @ParameterizedTest
    @ValueSource(strings = {"%80", "%c3", "%c0%ae", "%e0%80%ae", "%ed%a0%80", "%f4%90%80%80"})
    void refusesBytesThatAreNotUtf8(String notUtf8) {
        assertThatThrownBy(() -> PercentEncoding.decode(notUtf8))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not UTF-8");
    }
}
