package io.handover.provisioning.group;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/1.3/server-group")
@Produces("application/json; charset=UTF-8")
class ServerGroupResource {

    private final ServerGroups groups;
    private final CurrentCaller caller;

    ServerGroupResource(ServerGroups groups, CurrentCaller caller) {
        this.groups = groups;
        this.caller = caller;
    }

    @GET
    public Uni<ServerGroupView.AllServerGroups> list(@RestQuery("label") List<String> labels) {
        return groups.list(caller.get(), labels).map(ServerGroupView.AllServerGroups::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = ServerGroupView.OneServerGroup.class, responseCode = "201")
    public Uni<ServerGroupView.OneServerGroup> create(SaveServerGroup body) {
        return groups.create(caller.get(), body.fields()).map(ServerGroupView.OneServerGroup::new);
    }

    @GET
    @Path("{id}")
    public Uni<ServerGroupView.OneServerGroup> details(@RestPath String id) {
        return groups.details(caller.get(), GroupRules.id(id)).map(ServerGroupView.OneServerGroup::new);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ServerGroupView.OneServerGroup> change(@RestPath String id, SaveServerGroup body) {
        return groups.change(caller.get(), GroupRules.id(id), body.fields()).map(ServerGroupView.OneServerGroup::new);
    }

    /** What is left out stays, as with {@link #change}. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ServerGroupView.OneServerGroup> put(@RestPath String id, SaveServerGroup body) {
        return change(id, body);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> delete(@RestPath String id) {
        return groups.delete(caller.get(), GroupRules.id(id));
    }

    @POST
    @Path("{id}/servers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> add(@RestPath String id, AddServer body) {
        return groups.add(caller.get(), GroupRules.id(id), body.id());
    }

    @DELETE
    @Path("{id}/servers/{server}")
    public Uni<Void> remove(@RestPath String id, @RestPath String server) {
        return groups.remove(caller.get(), GroupRules.id(id), server);
    }
}
