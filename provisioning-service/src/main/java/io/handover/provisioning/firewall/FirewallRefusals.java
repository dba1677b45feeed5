package io.handover.provisioning.firewall;

import io.handover.kit.refusal.Refusal;
import java.util.Locale;

final class FirewallRefusals {

    private FirewallRefusals() {}

    static Refusal wrapperMissing(String wrapper) {
        return Refusal.invalid("REQUEST_INVALID", wrapper + ": is required, an object.");
    }

    static Refusal notFound(String position) {
        return Refusal.notFound("FIREWALL_RULE_NOT_FOUND", "There is no firewall rule at " + position + ".");
    }

    static Refusal tooMany(int max) {
        return Refusal.conflict("FIREWALL_RULE_LIMIT_REACHED", "A server has at most " + max + " firewall rules.");
    }

    static Refusal missing(String field) {
        return Refusal.invalidField(code(field, "MISSING"), field, "is required.");
    }

    static Refusal bad(String field, String rule) {
        return Refusal.invalidField(code(field, "INVALID"), field, rule);
    }

    static Refusal wrongOrder(String range) {
        return Refusal.invalid(code(range, "ORDER_ILLEGAL"), range + "_start: must not be after " + range + "_end.");
    }

    static Refusal icmpTypeWithoutIcmp() {
        return Refusal.invalid("ICMP_TYPE_PROTOCOL_MISMATCH", "icmp_type: is for the protocol icmp only.");
    }

    static Refusal portWithoutProtocol(String side) {
        return Refusal.invalid("PORT_PROTOCOL_MISMATCH", side + "_port_start: is for the protocols tcp and udp only.");
    }

    private static String code(String field, String problem) {
        return field.toUpperCase(Locale.ROOT) + "_" + problem;
    }
}
