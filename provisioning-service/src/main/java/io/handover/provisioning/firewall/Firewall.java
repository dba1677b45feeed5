package io.handover.provisioning.firewall;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The rules of one server. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Firewall {

    @Id
    private UUID serverId;

    @Convert(converter = RulesConverter.class)
    private FirewallRules rules;

    protected Firewall() {}

    Firewall(UUID serverId) {
        this.serverId = serverId;
        this.rules = FirewallRules.NONE;
    }

    FirewallRules rules() {
        return rules;
    }

    void become(FirewallRules changed) {
        rules = changed;
    }
}
