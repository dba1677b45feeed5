package io.handover.gateway.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One end of a connection as proxies write it (RFC 7239, section 6). Pure. */
final class Node {

    private static final String PORT = "(?::[A-Za-z0-9._-]+)?";

    /** Without leading zeros, which some read as octal. */
    private static final String OCTET = "(?:0|[1-9]\\d{0,2})";

    /** {@code 192.0.2.1:80}, {@code [2001:db8::1]:80}, or IPv6 alone, whose colons leave no room for a port. */
    private static final Pattern NODE = Pattern.compile("(?<four>" + OCTET + "(?:\\." + OCTET + "){3})" + PORT
            + "|\\[(?<six>[0-9A-Fa-f:.]+)]" + PORT
            + "|(?<bare>[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)(?:%[A-Za-z0-9._-]+)?");

    private Node() {}

    /** Empty for {@code unknown}, for made-up names such as {@code _hidden}, and for anything else. */
    static Optional<IPAddress> parse(String text) {
        Matcher node = NODE.matcher(text.strip());
        if (!node.matches()) {
            return Optional.empty();
        }
        String address = node.group("four") != null ? node.group("four") : node.group("six");
        return Optional.ofNullable(new IPAddressString(address != null ? address : node.group("bare")).getAddress())
                .filter(found -> !found.isMultiple())
                .map(Node::unmapped);
    }

    static String text(IPAddress address) {
        return address.toCanonicalString();
    }

    /** An IPv4 client of an IPv6 socket ({@code ::ffff:10.0.0.1}) is an IPv4 client. */
    private static IPAddress unmapped(IPAddress address) {
        return address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
    }
}
