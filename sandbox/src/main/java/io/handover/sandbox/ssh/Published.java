package io.handover.sandbox.ssh;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Others reach the machines by the name of this host: each has a port of its own, as in a container that publishes
 * them.
 *
 * @param host how others call this host
 */
record Published(String host, int firstPort, int portCount) implements Reach {

    private static final String EVERY_ADDRESS = "0.0.0.0";

    @Override
    public Stream<SshAddress> candidates(UUID machine) {
        int first = Math.floorMod(machine.hashCode(), portCount);
        return IntStream.range(0, portCount).mapToObj(at -> new SshAddress(host, firstPort + (first + at) % portCount));
    }

    @Override
    public String listensOn(SshAddress address) {
        return EVERY_ADDRESS;
    }
}
