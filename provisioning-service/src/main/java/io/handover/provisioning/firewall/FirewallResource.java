package io.handover.provisioning.firewall;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Shares its first path with the servers' own resource, so that what is open there and here adds up for a 405. */
@Path("/1.3/server")
@Produces("application/json; charset=UTF-8")
class FirewallResource {

    private final Firewalls firewalls;
    private final CurrentCaller caller;

    FirewallResource(Firewalls firewalls, CurrentCaller caller) {
        this.firewalls = firewalls;
        this.caller = caller;
    }

    @GET
    @Path("{id}/firewall_rule")
    public Uni<FirewallRule.AllFirewallRules> list(@RestPath String id) {
        return firewalls.rules(caller.get(), id).map(FirewallRule.AllFirewallRules::of);
    }

    @POST
    @Path("{id}/firewall_rule")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = FirewallRule.OneFirewallRule.class, responseCode = "201")
    public Uni<FirewallRule.OneFirewallRule> create(@RestPath String id, SaveFirewall.One body) {
        return firewalls.add(caller.get(), id, body.rule()).map(FirewallRule.OneFirewallRule::new);
    }

    @PUT
    @Path("{id}/firewall_rule")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> replace(@RestPath String id, SaveFirewall.All body) {
        return firewalls.replace(caller.get(), id, body.rules());
    }

    @GET
    @Path("{id}/firewall_rule/{position}")
    public Uni<FirewallRule.OneFirewallRule> details(@RestPath String id, @RestPath String position) {
        return firewalls.rule(caller.get(), id, position).map(FirewallRule.OneFirewallRule::new);
    }

    @DELETE
    @Path("{id}/firewall_rule/{position}")
    public Uni<Void> delete(@RestPath String id, @RestPath String position) {
        return firewalls.remove(caller.get(), id, position);
    }
}
