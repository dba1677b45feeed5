package io.handover.provisioning.firewall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that create one rule, or replace all. */
final class SaveFirewall {

    private SaveFirewall() {}

    record One(@Nullable FirewallRule firewallRule) {

        FirewallRule rule() {
            if (firewallRule == null) {
                throw FirewallRefusals.wrapperMissing("firewall_rule");
            }
            return firewallRule;
        }
    }

    record All(@Nullable Rules firewallRules) {

        List<@Nullable FirewallRule> rules() {
            if (firewallRules == null || firewallRules.firewallRule() == null) {
                throw FirewallRefusals.wrapperMissing("firewall_rules");
            }
            return firewallRules.firewallRule();
        }
    }

    record Rules(@Nullable List<@Nullable FirewallRule> firewallRule) {}
}
