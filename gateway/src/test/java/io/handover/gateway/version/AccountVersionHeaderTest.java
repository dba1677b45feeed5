package io.handover.gateway.version;

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

        assertThat(header.toString()).isEqualTo("a.v1=5, b.v1=12");
        assertThat(AccountVersionHeader.parse(header.toString())).isEqualTo(header);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a", "a=", "=5", "a=x", "a=-1", "a=1.5", "a=1234567890123456", ",,", "a=1=2"})
    void skipsWhatIsNoTopicAndNumber(String header) {
        assertThat(AccountVersionHeader.parse(header).versions()).isEmpty();
    }

    @Test
    void keepsTheNewestOfEachTopic() {
        AccountVersionHeader one = AccountVersionHeader.parse("a=5,b=1");
        AccountVersionHeader other = AccountVersionHeader.parse("a=3, b=2 ,c=9");

        assertThat(one.and(other)).isEqualTo(other.and(one));
        assertThat(one.and(other).toString()).isEqualTo("a=5, b=2, c=9");
    }
}
