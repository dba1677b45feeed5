package io.handover.provisioning.firewall;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule as it is on the wire: all texts, numbers too. What a request leaves out is null, and kept as empty. */
record FirewallRule(
        @Nullable String action,
        @Nullable String comment,
        @Nullable String destinationAddressStart,
        @Nullable String destinationAddressEnd,
        @Nullable String destinationPortStart,
        @Nullable String destinationPortEnd,
        @Nullable String direction,
        @Nullable String family,
        @Nullable String icmpType,
        @Nullable String position,
        @Nullable String protocol,
        @Nullable String sourceAddressStart,
        @Nullable String sourceAddressEnd,
        @Nullable String sourcePortStart,
        @Nullable String sourcePortEnd) {

    static final FirewallRule EMPTY =
            new FirewallRule(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The same with nothing null, at a place in the list. */
    FirewallRule at(int place) {
        return new FirewallRule(
                orEmpty(action),
                orEmpty(comment),
                orEmpty(destinationAddressStart),
                orEmpty(destinationAddressEnd),
                orEmpty(destinationPortStart),
                orEmpty(destinationPortEnd),
                orEmpty(direction),
                orEmpty(family),
                orEmpty(icmpType),
                Integer.toString(place),
                orEmpty(protocol),
                orEmpty(sourceAddressStart),
                orEmpty(sourceAddressEnd),
                orEmpty(sourcePortStart),
                orEmpty(sourcePortEnd));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** As the wire has it. */
    record OneFirewallRule(FirewallRule firewallRule) {}

    /** As the wire has them. */
    record AllFirewallRules(Map<String, List<FirewallRule>> firewallRules) {

        static AllFirewallRules of(List<FirewallRule> found) {
            return new AllFirewallRules(Map.of("firewall_rule", found));
        }
    }
}
