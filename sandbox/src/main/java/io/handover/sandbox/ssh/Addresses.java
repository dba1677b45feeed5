package io.handover.sandbox.ssh;

import jakarta.inject.Inject;
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

    private final Reach reach;
    private final Map<SshAddress, UUID> owners = new ConcurrentHashMap<>();

    @Inject
    Addresses(SshConfig config) {
        this(config.host()
                .<Reach>map(host -> new Published(host, config.firstPort(), config.portCount()))
                .orElseGet(Loopback::ofThisHost));
    }

    Addresses(Reach reach) {
        this.reach = reach;
    }

    /** An address for a new machine; empty when there is none left. */
    public Optional<SshAddress> assign(UUID machine) {
        return reach.candidates(machine)
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

    /** The host on which a machine with this address listens. */
    String listensOn(SshAddress address) {
        return reach.listensOn(address);
    }

    private boolean isFree(SshAddress address) {
        return isFree(listensOn(address), address.port());
    }

    static boolean isFree(String host, int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
