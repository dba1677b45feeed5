package io.handover.provisioning.server;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** An address of a server, as a list of addresses shows it. */
record IpAddressView(
        String access,
        String address,
        String family,
        String floating,
        String mac,
        String ptrRecord,
        UUID server,
        String zone) {

    static Stream<IpAddressView> of(Server server) {
        return server.network().interfaces().stream()
                .flatMap(each -> each.ipAddresses().getOrDefault("ip_address", List.of()).stream()
                        .map(address -> new IpAddressView(
                                each.type(),
                                address.address(),
                                address.family(),
                                address.floating(),
                                each.mac(),
                                "",
                                server.id(),
                                server.zone())));
    }

    /** As the wire has them. */
    record AllIpAddresses(Map<String, List<IpAddressView>> ipAddresses) {

        static AllIpAddresses of(List<IpAddressView> found) {
            return new AllIpAddresses(Map.of("ip_address", found));
        }
    }
}
