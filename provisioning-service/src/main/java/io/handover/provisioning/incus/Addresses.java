package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeRefused;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Under which address a machine is reached, and by which device. */
final class Addresses {

    private static final String DEVICE = "access";

    private final Instances instances;
    private final IncusSettings settings;

    Addresses(Instances instances, IncusSettings settings) {
        this.instances = instances;
        this.settings = settings;
    }

    /**
     * An address for a server that no other one has in Incus; whether another program has it is known when the machine
     * starts.
     *
     * @param after one that is no good; empty for the first
     */
    Uni<String> free(UUID server, Optional<String> after) {
        List<String> all = settings.addresses().candidates(server).toList();
        int next = after.map(all::indexOf).orElse(-1) + 1;
        return free(all, next, Keys.machine(server));
    }

    /** What a machine is reached by. */
    Map<String, Map<String, String>> device(String address) {
        return Map.of(
                DEVICE,
                settings.network()
                        .map(network ->
                                Map.of("type", "nic", "network", network, "name", "eth0", "ipv4.address", address))
                        .orElseGet(() -> Map.of(
                                "type", "proxy",
                                "listen", "tcp:" + address + ":" + settings.sshPort(),
                                "connect", "tcp:127.0.0.1:" + IncusSettings.SSH)));
    }

    private Uni<String> free(List<String> all, int at, String own) {
        if (at >= all.size()) {
            return Uni.createFrom().failure(new ComputeRefused("no address is left for another server"));
        }
        String address = all.get(at);
        return instances
                .named(Keys.ADDRESS, address)
                .chain(owner -> owner.filter(name -> !name.equals(own)).isPresent()
                        ? free(all, at + 1, own)
                        : Uni.createFrom().item(address));
    }
}
