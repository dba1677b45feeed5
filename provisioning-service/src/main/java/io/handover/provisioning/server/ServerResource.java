package io.handover.provisioning.server;

import io.handover.kit.caller.CurrentCaller;
import io.handover.provisioning.idempotency.IdempotentRequest;
import io.handover.provisioning.label.Label;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Methods without a body argument take any body, and none: clients send both. */
@Path("/1.3/server")
@Produces("application/json; charset=UTF-8")
class ServerResource {

    private final Servers servers;
    private final CreateOnce createOnce;
    private final CurrentCaller caller;

    ServerResource(Servers servers, CreateOnce createOnce, CurrentCaller caller) {
        this.servers = servers;
        this.createOnce = createOnce;
        this.caller = caller;
    }

    @GET
    public Uni<ServerItem.AllServers> list(UriInfo request) {
        return servers.list(caller.get(), ServerQuery.parse(request.getQueryParameters()))
                .map(ServerItem.AllServers::of);
    }

    @GET
    @Path("labels")
    public Uni<List<Label>> labels() {
        return servers.labels(caller.get());
    }

    @GET
    @Path("tag/{tags}")
    public Uni<ServerItem.AllServers> tagged(@RestPath String tags) {
        return servers.list(caller.get(), ServerQuery.tagged(TagFilter.parse(tags)))
                .map(ServerItem.AllServers::of);
    }

    /** Not stored anywhere on the way: the answer may show a password. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @APIResponseSchema(value = ServerView.OneServer.class, responseCode = "202")
    public Uni<ServerView.OneServer> create(
            CreateServer body, @RestHeader(IdempotentRequest.HEADER) @Nullable String idempotencyKey) {
        return createOnce.create(caller.get(), body.fields(), idempotencyKey).map(ServerView.OneServer::new);
    }

    @GET
    @Path("{id}")
    public Uni<ServerView.OneServer> details(@RestPath String id) {
        return servers.details(caller.get(), ServerRules.id(id)).map(ServerView.OneServer::new);
    }

    @GET
    @Path("{id}/networking")
    public Uni<ServerView.OneNetworking> networking(@RestPath String id) {
        return servers.details(caller.get(), ServerRules.id(id))
                .map(server -> new ServerView.OneNetworking(server.networking()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @APIResponseSchema(value = ServerView.OneServer.class, responseCode = "202")
    public Uni<ServerView.OneServer> change(@RestPath String id, CreateServer body) {
        return servers.change(caller.get(), ServerRules.id(id), body.fields()).map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/start")
    public Uni<ServerView.OneServer> start(@RestPath String id, String body) {
        return servers.start(caller.get(), ServerRules.id(id), PowerWish.read(body, "server"))
                .map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/stop")
    public Uni<ServerView.OneServer> stop(@RestPath String id, String body) {
        return servers.stop(caller.get(), ServerRules.id(id), PowerWish.read(body, "stop_server"))
                .map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/restart")
    public Uni<ServerView.OneServer> restart(@RestPath String id, String body) {
        return servers.restart(caller.get(), ServerRules.id(id), PowerWish.read(body, "restart_server"))
                .map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/cancel")
    public Uni<Void> cancel(@RestPath String id) {
        return servers.cancel(caller.get(), ServerRules.id(id));
    }

    @POST
    @Path("{id}/relocate")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ServerView.OneServer> relocate(@RestPath String id, Relocate body) {
        return servers.relocate(caller.get(), ServerRules.id(id), body.zone()).map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/tag/{tags}")
    public Uni<ServerView.OneServer> tag(@RestPath String id, @RestPath String tags) {
        return servers.tag(caller.get(), ServerRules.id(id), TagFilter.parse(tags))
                .map(ServerView.OneServer::new);
    }

    @POST
    @Path("{id}/untag/{tags}")
    public Uni<ServerView.OneServer> untag(@RestPath String id, @RestPath String tags) {
        return servers.untag(caller.get(), ServerRules.id(id), TagFilter.parse(tags))
                .map(ServerView.OneServer::new);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> delete(@RestPath String id, @RestQuery String storages, @RestQuery String backups) {
        return servers.delete(caller.get(), ServerRules.id(id), ServerDeletion.parse(storages, backups));
    }

    record Relocate(@Nullable String zone) {}
}
