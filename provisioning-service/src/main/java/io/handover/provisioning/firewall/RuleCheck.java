package io.handover.provisioning.firewall;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule may say, as a pure function; an empty text says nothing. */
final class RuleCheck {

    static final int COMMENT_LENGTH_MAX = 250;
    private static final int ICMP_TYPE_MAX = 255;
    private static final int PORT_MAX = 65_535;
    private static final Set<String> PROTOCOLS_WITH_PORTS = Set.of("tcp", "udp");

    private RuleCheck() {}

    /** The rule itself; refuses the first field that is wrong. */
    static FirewallRule checked(FirewallRule rule) {
        required("action", said(rule.action()), Set.of("accept", "reject", "drop"));
        required("direction", said(rule.direction()), Set.of("in", "out"));
        String family = optional("family", said(rule.family()), Set.of("IPv4", "IPv6"));
        String protocol = optional("protocol", said(rule.protocol()), Set.of("tcp", "udp", "icmp"));
        refuseBadIcmpType(said(rule.icmpType()), protocol);
        refuseBadComment(said(rule.comment()));
        addresses("source", said(rule.sourceAddressStart()), said(rule.sourceAddressEnd()), family);
        addresses("destination", said(rule.destinationAddressStart()), said(rule.destinationAddressEnd()), family);
        ports("source", said(rule.sourcePortStart()), said(rule.sourcePortEnd()), protocol);
        ports("destination", said(rule.destinationPortStart()), said(rule.destinationPortEnd()), protocol);
        return rule;
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static void required(String field, String text, Set<String> allowed) {
        if (text.isEmpty()) {
            throw FirewallRefusals.missing(field);
        }
        optional(field, text, allowed);
    }

    private static String optional(String field, String text, Set<String> allowed) {
        if (!text.isEmpty() && !allowed.contains(text)) {
            throw FirewallRefusals.bad(
                    field,
                    "must be " + String.join(" or ", allowed.stream().sorted().toList()) + ".");
        }
        return text;
    }

    private static void refuseBadIcmpType(String type, String protocol) {
        if (!type.isEmpty()) {
            number("icmp_type", type, 0, ICMP_TYPE_MAX);
            if (!"icmp".equals(protocol)) {
                throw FirewallRefusals.icmpTypeWithoutIcmp();
            }
        }
    }

    private static void refuseBadComment(String comment) {
        if (comment.length() > COMMENT_LENGTH_MAX || comment.chars().anyMatch(Character::isISOControl)) {
            throw FirewallRefusals.bad("comment", "must have at most 250 characters, none of them a control.");
        }
    }

    private static void addresses(String side, String start, String end, String family) {
        byte[] first = address(side + "_address_start", start, family);
        byte[] last = address(side + "_address_end", end, family);
        if (first.length > 0 && last.length > 0 && Arrays.compareUnsigned(first, last) > 0) {
            throw FirewallRefusals.wrongOrder(side + "_address");
        }
    }

    private static byte[] address(String field, String text, String family) {
        byte[] address = text.isEmpty() ? new byte[0] : parsed(field, text);
        boolean wrong = "IPv4".equals(family) ? address.length > 4 : "IPv6".equals(family) && address.length == 4;
        if (wrong) {
            throw FirewallRefusals.bad(field, "must be of the rule's family.");
        }
        return address;
    }

    private static byte[] parsed(String field, String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException malformed) {
            throw FirewallRefusals.bad(field, "must be an IPv4 or IPv6 address.");
        }
    }

    private static void ports(String side, String start, String end, String protocol) {
        int first = start.isEmpty() ? 1 : number(side + "_port_start", start, 1, PORT_MAX);
        int last = end.isEmpty() ? PORT_MAX : number(side + "_port_end", end, 1, PORT_MAX);
        if (first > last) {
            throw FirewallRefusals.wrongOrder(side + "_port");
        }
        if (!(start + end).isEmpty() && !PROTOCOLS_WITH_PORTS.contains(protocol)) {
            throw FirewallRefusals.portWithoutProtocol(side);
        }
    }

    private static int number(String field, String text, int min, int max) {
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (number < min || number > max) {
            throw FirewallRefusals.bad(field, "must be from " + min + " to " + max + ".");
        }
        return number;
    }
}
