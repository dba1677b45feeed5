package io.handover.provisioning.server;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Attaching and detaching, where the path names the server. */
@Path("/1.3/server")
@Produces("application/json; charset=UTF-8")
class ServerStorageResource {

    private final ServerStorages storages;
    private final CurrentCaller caller;

    ServerStorageResource(ServerStorages storages, CurrentCaller caller) {
        this.storages = storages;
        this.caller = caller;
    }

    @POST
    @Path("{id}/storage/attach")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ServerView.OneServer> attach(@RestPath String id, DeviceBody body) {
        return storages.attach(caller.get(), ServerRules.id(id), body.required())
                .map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/storage/detach")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ServerView.OneServer> detach(@RestPath String id, DeviceBody body) {
        return storages.detach(caller.get(), ServerRules.id(id), body.leaving()).map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/cdrom/load")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ServerView.OneServer> load(@RestPath String id, DeviceBody body) {
        return storages.load(caller.get(), ServerRules.id(id), body.required()).map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/cdrom/eject")
    public Uni<ServerView.OneServer> eject(@RestPath String id) {
        return storages.eject(caller.get(), ServerRules.id(id)).map(ServerView.OneServer::new);
    }
}
