package io.handover.provisioning.incus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @Test
    void givesAServerTheSameAddressesInTheSameOrder() {
        UUID server = UUID.randomUUID();
        List<String> candidates =
                AddressRange.parse("127.64.0.0/16").candidates(server).toList();

        assertThat(candidates).hasSize(256).doesNotHaveDuplicates().allMatch(it -> it.startsWith("127.64."));
        assertThat(AddressRange.parse("127.64.0.0/16").candidates(server)).isEqualTo(candidates);
    }

    @Test
    void leavesTheNetworkItsGatewayAndItsBroadcastOut() {
        assertThat(AddressRange.parse("10.0.0.9/29").candidates(new UUID(0, 0)))
                .containsExactlyInAnyOrder("10.0.0.10", "10.0.0.11", "10.0.0.12", "10.0.0.13", "10.0.0.14");
    }

    @Test
    void staysInsideARangeAboveTheMiddleOfAllAddresses() {
        assertThat(AddressRange.parse("255.255.255.248/29").candidates(new UUID(0, -1)))
                .containsExactlyInAnyOrder(
                        "255.255.255.250", "255.255.255.251", "255.255.255.252", "255.255.255.253", "255.255.255.254");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.0/8, true", "127.255.0.0/16, true", "10.1.0.0/16, false", "128.0.0.0/8, false"})
    void knowsLoopback(String cidr, boolean loopback) {
        assertThat(AddressRange.parse(cidr).isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1", "127.0.0.0/7", "127.0.0.0/30", "256.0.0.0/8", "127.0.0.0/x", "::1/64"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("handover.incus.addresses");
    }
}
