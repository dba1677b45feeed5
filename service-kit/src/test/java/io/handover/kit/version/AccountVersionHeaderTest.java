package io.handover.kit.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountVersionHeaderTest {

    @Test
    void readsWhatItWrites() {
        AccountVersionHeader header = new AccountVersionHeader(Map.of("b.v1", 12L, "a.v1", 5L));

        assertThat(header).hasToString("a.v1=5, b.v1=12");
        assertThat(AccountVersionHeader.parse(header.toString())).isEqualTo(header);
    }

    @Test
    void readsWithAndWithoutSpaces() {
        assertThat(AccountVersionHeader.parse("a=1,b=2 , c=3").versions()).isEqualTo(Map.of("a", 1L, "b", 2L, "c", 3L));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a", "a=", "=5", "a=x", "a=-1", "a=1.5", "a=1234567890123456", ",,", "a=1=2"})
    void skipsWhatIsNoTopicAndNumber(String header) {
        assertThat(AccountVersionHeader.parse(header).versions()).isEmpty();
    }
}
