package io.handover.provisioning.firewall;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.server.Servers;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What callers do with the rules of servers they may control. */
@ApplicationScoped
class Firewalls {

    private final FirewallRepository firewalls;
    private final Servers servers;

    Firewalls(FirewallRepository firewalls, Servers servers) {
        this.firewalls = firewalls;
        this.servers = servers;
    }

    @WithSession
    Uni<List<FirewallRule>> rules(Caller caller, String serverId) {
        return read(caller, serverId).map(FirewallRules::all);
    }

    @WithSession
    Uni<FirewallRule> rule(Caller caller, String serverId, String position) {
        return read(caller, serverId).map(rules -> rules.get(position));
    }

    @WithTransaction
    Uni<FirewallRule> add(Caller caller, String serverId, FirewallRule wanted) {
        return obtain(caller, serverId).map(firewall -> {
            int place = firewall.rules().placeOf(wanted);
            firewall.become(firewall.rules().add(wanted));
            return wanted.at(place);
        });
    }

    @WithTransaction
    Uni<Void> replace(Caller caller, String serverId, List<@Nullable FirewallRule> wanted) {
        FirewallRules rules = FirewallRules.of(wanted);
        return change(caller, serverId, ignored -> rules);
    }

    @WithTransaction
    Uni<Void> remove(Caller caller, String serverId, String position) {
        return change(caller, serverId, rules -> rules.remove(position));
    }

    private Uni<Void> change(Caller caller, String serverId, UnaryOperator<FirewallRules> change) {
        return obtain(caller, serverId)
                .invoke(firewall -> firewall.become(change.apply(firewall.rules())))
                .replaceWithVoid();
    }

    private Uni<FirewallRules> read(Caller caller, String serverId) {
        return servers.controlled(caller, serverId)
                .chain(firewalls::find)
                .map(found -> found.map(Firewall::rules).orElse(FirewallRules.NONE));
    }

    /** The server is locked: its rules are changed by one at a time. */
    private Uni<Firewall> obtain(Caller caller, String serverId) {
        return servers.lock(caller, serverId).chain(firewalls::obtain);
    }
}
