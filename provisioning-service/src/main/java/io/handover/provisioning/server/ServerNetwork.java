package io.handover.provisioning.server;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A server's network as UpCloud's clients expect it. Public is where it is logged in to; what no back end knows, such
 * as the utility address, is derived from the server's id, and so stays the same.
 */
record ServerNetwork(List<Interface> interfaces) {

    static ServerNetwork of(UUID serverId, List<String> types, @Nullable String publicAddress) {
        return new ServerNetwork(IntStream.range(0, types.size())
                .mapToObj(position -> at(position, serverId, types.get(position), publicAddress))
                .toList());
    }

    Map<String, Object> view() {
        return Map.of("interfaces", Map.of("interface", interfaces));
    }

    /** The same addresses, in the older form. */
    List<AccessAddress> addresses() {
        return interfaces.stream()
                .flatMap(each -> each.ipAddresses().getOrDefault("ip_address", List.of()).stream()
                        .map(address -> new AccessAddress(each.type(), address.address(), address.family())))
                .toList();
    }

    private static Interface at(int position, UUID serverId, String type, @Nullable String publicAddress) {
        int index = position + 1;
        long bits = serverId.getLeastSignificantBits();
        String address = "public".equals(type) ? publicAddress : utilityAddress(bits + position);
        return new Interface(
                index,
                type,
                mac(bits + position),
                new UUID(0x0300_0000_0000_4000L, 0x8000_0000_0000_0000L | (type.hashCode() & 0xffffL)),
                "no",
                "yes",
                Map.of("ip_address", address == null ? List.of() : List.of(Address.of(address))));
    }

    private static String utilityAddress(long bits) {
        return "10.%d.%d.%d".formatted((bits >>> 16) & 0xff, (bits >>> 8) & 0xff, 1 + (bits & 0xff) % 254);
    }

    /** Locally administered, as machines' are. */
    private static String mac(long bits) {
        return "da:%02x:%02x:%02x:%02x:%02x"
                .formatted(
                        (bits >>> 32) & 0xff,
                        (bits >>> 24) & 0xff,
                        (bits >>> 16) & 0xff,
                        (bits >>> 8) & 0xff,
                        bits & 0xff);
    }

    record Interface(
            int index,
            String type,
            String mac,
            UUID network,
            String bootable,
            String sourceIpFiltering,
            Map<String, List<Address>> ipAddresses) {}

    record Address(String address, String family, String floating, String dhcpProvided) {

        static Address of(String address) {
            return new Address(address, address.contains(":") ? "IPv6" : "IPv4", "no", "yes");
        }
    }

    record AccessAddress(String access, String address, String family) {}
}
