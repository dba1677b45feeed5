package io.handover.provisioning.server;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server's network as UpCloud's clients expect it. Public is where it is logged in to; what no back end knows, such
 * as the utility address, is derived from the server's id, and so stays the same.
 */
record ServerNetwork(List<Interface> interfaces) {

    static ServerNetwork of(UUID serverId, List<Nic> nics, @Nullable String publicAddress) {
        return new ServerNetwork(nics.stream()
                .map(nic -> Interface.of(nic, serverId.getLeastSignificantBits() + nic.index() - 1, publicAddress))
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

    record Interface(
            int index,
            String type,
            String mac,
            UUID network,
            String bootable,
            String sourceIpFiltering,
            Map<String, List<Address>> ipAddresses) {

        /**
         * An interface.
         *
         * @param bits what its addresses are derived from
         */
        static Interface of(Nic nic, long bits, @Nullable String publicAddress) {
            return new Interface(
                    nic.index(),
                    nic.type(),
                    mac(bits),
                    Objects.requireNonNullElseGet(nic.network(), () -> networkOf(nic.type())),
                    nic.bootable() ? "yes" : "no",
                    nic.sourceIpFiltering() ? "yes" : "no",
                    Map.of(
                            "ip_address",
                            nic.addresses().stream()
                                    .flatMap(wanted -> address(nic, wanted, bits, publicAddress))
                                    .toList()));
        }

        /** None while it is not known. */
        private static Stream<Address> address(Nic nic, Nic.Wanted wanted, long bits, @Nullable String publicAddress) {
            if (wanted.address() != null) {
                return Stream.of(Address.of(wanted.address()));
            }
            if ("IPv6".equals(wanted.family())) {
                return Stream.of(Address.of("2001:db8:%x:%x::1".formatted(bits & 0xffff, (bits >>> 16) & 0xffff)));
            }
            String known = "public".equals(nic.type()) ? publicAddress : innerAddress(bits);
            return known == null ? Stream.empty() : Stream.of(Address.of(known));
        }

        private static UUID networkOf(String type) {
            return new UUID(0x0300_0000_0000_4000L, 0x8000_0000_0000_0000L | (type.hashCode() & 0xffffL));
        }

        private static String innerAddress(long bits) {
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
    }

    record Address(String address, String family, String floating, String dhcpProvided) {

        static Address of(String address) {
            return new Address(address, address.contains(":") ? "IPv6" : "IPv4", "no", "yes");
        }
    }

    record AccessAddress(String access, String address, String family) {}
}
