package io.handover.gateway.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Optional;

/** Who may say for whom a request is. Pure. */
record TrustedProxies(List<IPAddress> blocks) {

    /** Refuses to start with a setting that names no address. */
    static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(texts.stream().map(TrustedProxies::block).toList());
    }

    boolean contain(IPAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    /**
     * The client behind a chain of proxies. It is read from its near end, and only as far as a trusted proxy told it:
     * whatever is farther was written by somebody who may have made it up.
     *
     * @param peer the other end of the connection
     * @param hops from far to near; a hop that is no address ends the chain
     */
    IPAddress client(IPAddress peer, List<String> hops) {
        IPAddress client = peer;
        for (String hop : hops.reversed()) {
            Optional<IPAddress> next = Node.parse(hop);
            if (!contain(client) || next.isEmpty()) {
                return client;
            }
            client = next.get();
        }
        return client;
    }

    private static IPAddress block(String text) {
        return Optional.of(text.strip())
                .filter(block -> block.matches("[0-9A-Fa-f.:]+(/\\d{1,3})?"))
                .map(block -> new IPAddressString(block).getAddress())
                .map(IPAddress::toPrefixBlock)
                .orElseThrow(() -> new IllegalArgumentException(
                        "handover.gateway.trusted-proxies: '" + text + "' is no address and no CIDR block"));
    }
}
