package io.handover.provisioning.server;

import io.handover.provisioning.server.CreateServer.Interface;
import io.handover.provisioning.server.CreateServer.IpAddress;
import io.handover.provisioning.server.CreateServer.IpAddresses;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules for the network interfaces of a request, as pure functions. */
final class NicRules {

    static final int NICS_MAX = 10;
    private static final int INDEX_MAX = 255;
    private static final Set<String> TYPES = Set.of("public", "utility", "private");

    private NicRules() {}

    /** Those of {@code networking}; else one for each of the older {@code ip_addresses}; else as said. */
    static List<Nic> nics(CreateServer.Fields wish, List<Nic> otherwise) {
        List<@Nullable Interface> wanted =
                wish.networking() == null || wish.networking().interfaces() == null
                        ? null
                        : wish.networking().interfaces().all();
        if (wanted != null) {
            return numbered(wanted.stream().map(NicRules::present).toList());
        }
        List<IpAddress> addresses = addresses(wish.ipAddresses());
        return addresses.isEmpty()
                ? otherwise
                : numbered(addresses.stream().map(NicRules::interfaceFor).toList());
    }

    private static List<Nic> numbered(List<Interface> wanted) {
        if (wanted.size() > NICS_MAX) {
            throw ServerRefusals.bad("networking", "at most 10 interfaces are allowed.");
        }
        Set<Integer> taken = new HashSet<>();
        wanted.forEach(each -> claim(each.index(), taken));
        List<Nic> nics = new ArrayList<>();
        for (Interface each : wanted) {
            nics.add(nic(each, each.index() == null ? nextFree(taken) : each.index()));
        }
        return List.copyOf(nics);
    }

    private static void claim(@Nullable Integer index, Set<Integer> taken) {
        if (index != null && (index < 1 || index > INDEX_MAX || !taken.add(index))) {
            throw ServerRefusals.bad("index", "must be from 1 to 255, another one for each interface.");
        }
    }

    private static int nextFree(Set<Integer> taken) {
        int free = 1;
        while (!taken.add(free)) {
            free++;
        }
        return free;
    }

    private static Nic nic(Interface wanted, int index) {
        String type = ServerRules.orElse(wanted.type(), "");
        if (!TYPES.contains(type)) {
            throw ServerRefusals.bad("networking", "an interface's type must be public, utility or private.");
        }
        List<IpAddress> addresses = addresses(wanted.ipAddresses());
        return new Nic(
                index,
                type,
                "private".equals(type) ? network(wanted.network()) : null,
                ServerRules.is("bootable", wanted.bootable(), "yes", "no", false),
                ServerRules.is("source_ip_filtering", wanted.sourceIpFiltering(), "yes", "no", true),
                addresses.isEmpty()
                        ? List.of(Nic.Wanted.IPV4)
                        : addresses.stream().map(NicRules::address).toList());
    }

    private static UUID network(@Nullable String network) {
        try {
            return UUID.fromString(ServerRules.required("network", network));
        } catch (IllegalArgumentException malformed) {
            throw ServerRefusals.bad("network", "must be a UUID.");
        }
    }

    private static Nic.Wanted address(IpAddress wanted) {
        String family = ServerRules.orElse(wanted.family(), "IPv4");
        if (!Set.of("IPv4", "IPv6").contains(family)) {
            throw ServerRefusals.bad("family", "must be IPv4 or IPv6.");
        }
        String address = ServerRules.orElse(wanted.address(), "");
        return new Nic.Wanted(family, address.isEmpty() ? null : checked(address));
    }

    private static String checked(String address) {
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException malformed) {
            throw ServerRefusals.bad("ip_address", "must be an IPv4 or IPv6 address.");
        }
    }

    private static Interface present(@Nullable Interface wanted) {
        return wanted == null ? new Interface(null, null, null, null, null, null) : wanted;
    }

    private static Interface interfaceFor(IpAddress address) {
        String access = ServerRules.orElse(address.access(), "public");
        return new Interface(access, null, null, null, null, new IpAddresses(List.of(address)));
    }

    private static List<IpAddress> addresses(@Nullable IpAddresses wrapped) {
        return wrapped == null || wrapped.ipAddress() == null
                ? List.of()
                : wrapped.ipAddress().stream()
                        .map(address -> address == null ? new IpAddress(null, null, null) : address)
                        .toList();
    }
}
