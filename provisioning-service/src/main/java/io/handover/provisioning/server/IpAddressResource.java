package io.handover.provisioning.server;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

@Path("/1.3/ip_address")
@Produces("application/json; charset=UTF-8")
class IpAddressResource {

    private final Servers servers;
    private final CurrentCaller caller;

    IpAddressResource(Servers servers, CurrentCaller caller) {
        this.servers = servers;
        this.caller = caller;
    }

    @GET
    public Uni<IpAddressView.AllIpAddresses> list() {
        return servers.addresses(caller.get()).map(IpAddressView.AllIpAddresses::of);
    }
}
