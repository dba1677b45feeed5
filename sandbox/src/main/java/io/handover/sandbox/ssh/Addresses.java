package io.handover.sandbox.ssh;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Which machine has which address: a stopped one keeps its own. */
@Singleton
public class Addresses {

    private static final int ANY_PORT = 0;

    private final Loopback loopback;
    private final Map<SshAddress, UUID> owners = new ConcurrentHashMap<>();

    Addresses() {
        this(isFree(new SshAddress("127.16.0.1", ANY_PORT)) ? Loopback.ADDRESS_EACH : Loopback.PORT_EACH);
    }

    Addresses(Loopback loopback) {
        this.loopback = loopback;
    }

    /** An address for a new machine; empty when there is none left. */
    public Optional<SshAddress> assign(UUID machine) {
        return loopback.candidates(machine)
                .filter(address -> isFree(address) && owners.putIfAbsent(address, machine) == null)
                .findFirst();
    }

    /** Gives a machine the address that it had before. */
    public void keep(SshAddress address, UUID machine) {
        owners.put(address, machine);
    }

    /** Takes the address from a machine that is gone. */
    public void release(SshAddress address, UUID machine) {
        owners.remove(address, machine);
    }

    private static boolean isFree(SshAddress address) {
        try (ServerSocket probe = new ServerSocket(address.port(), 1, InetAddress.getByName(address.host()))) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
