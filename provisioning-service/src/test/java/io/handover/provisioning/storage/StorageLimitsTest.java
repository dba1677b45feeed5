package io.handover.provisioning.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageLimitsTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 99, 100})
    void allowsAsMuchAsTheLimit(long used) {
        assertThatCode(() -> StorageLimits.refuseExcess("hdd", Map.of("hdd", used), 100))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesMore() {
        assertThatThrownBy(() -> StorageLimits.refuseExcess("hdd", Map.of("hdd", 101L), 100))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hdd")
                .hasMessageContaining("100");
    }
}
