package io.handover.sandbox.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @EnumSource
    void prefersTheSameAddressesForTheSameMachine(Loopback loopback) {
        UUID machine = UUID.randomUUID();

        List<SshAddress> candidates = loopback.candidates(machine).toList();

        assertThat(candidates).doesNotHaveDuplicates().hasSize(256);
        assertThat(loopback.candidates(machine)).isEqualTo(candidates);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 15_540_735, 15_540_736, Integer.MAX_VALUE})
    void staysOnLoopbackAboveThePortsOfRoot(int number) {
        assertThat(Loopback.ADDRESS_EACH.candidate(number)).satisfies(address -> {
            assertThat(InetAddress.getByName(address.host()).isLoopbackAddress())
                    .isTrue();
            assertThat(address.host()).matches("127\\.(1[6-9]|[2-9][0-9]|1[0-9]{2}|2[0-9]{2})\\.\\d+\\.[1-9]\\d*");
            assertThat(address.port()).isIn(2222, 2322, 2422, 2522);
        });
        assertThat(Loopback.PORT_EACH.candidate(number)).satisfies(address -> {
            assertThat(address.host()).isEqualTo("127.0.0.1");
            assertThat(address.port()).isBetween(20_000, 29_999);
        });
    }

    @Test
    void givesEveryPublishedPortUnderThePublishedName() {
        Reach published = new Published("192.0.2.1", 22_000, 3);

        assertThat(published.candidates(UUID.randomUUID()))
                .containsExactlyInAnyOrder(
                        new SshAddress("192.0.2.1", 22_000),
                        new SshAddress("192.0.2.1", 22_001),
                        new SshAddress("192.0.2.1", 22_002));
    }

    @Test
    void hasNoneLeftWhenEveryPublishedPortIsGiven() {
        var addresses = new Addresses(new Published("192.0.2.1", freePort(), 1));

        assertThat(addresses.assign(UUID.randomUUID())).isPresent();
        assertThat(addresses.assign(UUID.randomUUID())).isEmpty();
    }

    @Test
    void listensOnEveryAddressOfThisHostWhenPublishedAndElseOnTheMachinesOwn() {
        var address = new SshAddress("127.0.0.1", 22_000);

        assertThat(new Addresses(new Published("127.0.0.1", 22_000, 1)).listensOn(address))
                .isEqualTo("0.0.0.0");
        assertThat(new Addresses(Loopback.PORT_EACH).listensOn(address)).isEqualTo("127.0.0.1");
    }

    @Test
    void givesNoAddressTwice() {
        Addresses addresses = new Addresses(Loopback.PORT_EACH);
        UUID machine = UUID.randomUUID();

        SshAddress first = addresses.assign(machine).orElseThrow();
        SshAddress second = addresses.assign(machine).orElseThrow();
        addresses.release(first, machine);

        assertThat(second).isNotEqualTo(first);
        assertThat(addresses.assign(machine)).contains(first);
    }

    @Test
    void givesNoAddressThatAnotherMachineKeeps() {
        Addresses addresses = new Addresses(Loopback.PORT_EACH);
        UUID machine = UUID.randomUUID();
        SshAddress first = addresses.assign(machine).orElseThrow();
        addresses.release(first, machine);

        addresses.keep(first, UUID.randomUUID());
        addresses.release(first, machine);

        assertThat(addresses.assign(machine)).isPresent().get().isNotEqualTo(first);
    }

    @Test
    void givesNoAddressThatSomethingElseHas() throws IOException {
        UUID machine = UUID.randomUUID();
        SshAddress first = new Addresses(Loopback.PORT_EACH).assign(machine).orElseThrow();

        try (var taken = new ServerSocket(first.port(), 1, InetAddress.getByName(first.host()))) {
            assertThat(taken.isBound()).isTrue();
            assertThat(new Addresses(Loopback.PORT_EACH).assign(machine))
                    .isPresent()
                    .get()
                    .isNotEqualTo(first);
        }
    }

    private static int freePort() {
        return new Addresses(Loopback.PORT_EACH)
                .assign(UUID.randomUUID())
                .orElseThrow()
                .port();
    }
}
