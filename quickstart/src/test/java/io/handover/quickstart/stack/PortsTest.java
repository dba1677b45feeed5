package io.handover.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesEachPortOnce() {
        var ports = new Ports(new Random(), Set.of());

        assertThat(IntStream.range(0, 200).mapToObj(_ -> ports.free()))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void passesOverAPortThatIsTaken() throws Exception {
        int first = new Ports(new Random(1), Set.of()).free();

        try (ServerSocket _ = new ServerSocket(first)) {
            assertThat(new Ports(new Random(1), Set.of()).free()).isNotEqualTo(first);
        }
    }

    @Test
    void passesOverAPortThatIsPromised() {
        int first = new Ports(new Random(1), Set.of()).free();

        assertThat(new Ports(new Random(1), Set.of(first)).free()).isNotEqualTo(first);
    }

    @Test
    void findsAPortTakenOnAnyAddress() throws Exception {
        try (ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket everywhere = new ServerSocket(0)) {
            assertThat(Ports.isFree(loopback.getLocalPort())).isFalse();
            assertThat(Ports.isFree(everywhere.getLocalPort())).isFalse();
        }
    }
}
