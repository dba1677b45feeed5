package io.handover.gateway.address;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "all", "", "*"})
    void refusesASettingThatNamesNoAddress(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of("10.0.0.1", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("handover.gateway.trusted-proxies");
    }
}
