package io.handover.provisioning.access;

import io.handover.kit.caller.CurrentCaller;
import io.handover.provisioning.server.Login;
import io.handover.provisioning.server.Servers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/servers")
class AccessResource {

    private final Servers servers;
    private final CurrentCaller caller;

    AccessResource(Servers servers, CurrentCaller caller) {
        this.servers = servers;
        this.caller = caller;
    }

    @GET
    @Path("{id}/access")
    public Uni<AccessView> access(@RestPath String id) {
        return servers.login(caller.get(), id)
                .map(login -> new AccessView(new Ssh(login.host(), login.port(), Login.USER)));
    }

    record AccessView(Ssh ssh) {}

    record Ssh(String host, int port, String user) {}
}
