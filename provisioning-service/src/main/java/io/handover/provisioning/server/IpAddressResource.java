package io.handover.provisioning.server;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;

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
    public Uni<Map<String, Object>> list() {
        return servers.addresses(caller.get()).map(found -> Map.of("ip_addresses", Map.of("ip_address", found)));
    }
}
