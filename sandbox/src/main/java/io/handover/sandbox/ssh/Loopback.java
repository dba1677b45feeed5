package io.handover.sandbox.ssh;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Addresses on which only this host can reach a machine. Which ones a machine prefers follows from its id, so that
 * several sandboxes on one host rarely want the same.
 */
enum Loopback implements Reach {
    /** All of 127.0.0.0/8 is there, as on Linux: each machine has an address of its own, beyond 127.15. */
    ADDRESS_EACH {
        @Override
        SshAddress candidate(int number) {
            int host = Math.floorMod(number, NETWORKS * THIRDS * HOSTS);
            int network = FIRST_NETWORK + host / HOSTS / THIRDS;
            String address = "127." + network + "." + host / HOSTS % THIRDS + "." + (1 + host % HOSTS);
            return new SshAddress(address, LIKE_SSH + 100 * Math.floorMod(number, PORTS_EACH));
        }
    },
    /** There is only 127.0.0.1, as on macOS: each machine has a port of its own, below those given to clients. */
    PORT_EACH {
        @Override
        SshAddress candidate(int number) {
            return new SshAddress(LOCALHOST, FIRST_PORT + Math.floorMod(number, PORTS));
        }
    };

    static final String LOCALHOST = "127.0.0.1";

    private static final int ANY_PORT = 0;
    private static final int FIRST_NETWORK = 16;
    private static final int NETWORKS = 239;
    private static final int THIRDS = 256;
    private static final int HOSTS = 254;
    private static final int LIKE_SSH = 2222;
    private static final int PORTS_EACH = 4;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final int CANDIDATES_MAX = 256;

    abstract SshAddress candidate(int number);

    static Loopback ofThisHost() {
        return Addresses.isFree("127.16.0.1", ANY_PORT) ? ADDRESS_EACH : PORT_EACH;
    }

    @Override
    public Stream<SshAddress> candidates(UUID machine) {
        int first = PORTS_EACH * machine.hashCode();
        return IntStream.range(0, CANDIDATES_MAX).mapToObj(at -> candidate(first + at));
    }
}
