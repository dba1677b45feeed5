package io.handover.sandbox.ssh;

import java.util.UUID;
import java.util.stream.Stream;

/** From where machines can be reached, and on which addresses. */
interface Reach {

    /** The addresses that a machine may have, in the order in which it prefers them. */
    Stream<SshAddress> candidates(UUID machine);

    /** The host on which a machine with this address listens. */
    default String listensOn(SshAddress address) {
        return address.host();
    }
}
