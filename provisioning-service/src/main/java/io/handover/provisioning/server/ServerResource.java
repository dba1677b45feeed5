package io.handover.provisioning.server;

import io.handover.kit.caller.CurrentCaller;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Methods without a body argument take any body, and none: clients send both. */
@Path("/1.3/server")
@Produces("application/json; charset=UTF-8")
class ServerResource {

    private final Servers servers;
    private final NewServers newServers;
    private final CurrentCaller caller;

    ServerResource(Servers servers, NewServers newServers, CurrentCaller caller) {
        this.servers = servers;
        this.newServers = newServers;
        this.caller = caller;
    }

    @GET
    public Uni<Map<String, Object>> list(UriInfo request) {
        return servers.list(caller.get(), ServerQuery.parse(request.getQueryParameters()))
                .map(ServerResource::wrapped);
    }

    @GET
    @Path("labels")
    public Uni<List<Label>> labels() {
        return servers.labels(caller.get());
    }

    @GET
    @Path("tag/{tags}")
    public Uni<Map<String, Object>> tagged(@RestPath String tags) {
        return servers.list(caller.get(), ServerQuery.tagged(TagFilter.parse(tags)))
                .map(ServerResource::wrapped);
    }

    /** Not stored anywhere on the way: the answer may show a password. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Map<String, ServerView>>> create(CreateServer body) {
        return newServers
                .create(caller.get(), body.fields())
                .map(server -> ResponseBuilder.create(Status.ACCEPTED, wrapped(server))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    @GET
    @Path("{id}")
    public Uni<Map<String, ServerView>> details(@RestPath String id) {
        return servers.details(caller.get(), ServerRules.id(id)).map(ServerResource::wrapped);
    }

    @GET
    @Path("{id}/networking")
    public Uni<Map<String, Object>> networking(@RestPath String id) {
        return servers.details(caller.get(), ServerRules.id(id))
                .map(server -> Map.of("networking", server.networking()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Map<String, ServerView>>> change(@RestPath String id, CreateServer body) {
        return servers.change(caller.get(), ServerRules.id(id), body.fields())
                .map(server -> RestResponse.status(Status.ACCEPTED, wrapped(server)));
    }

    @POST
    @Path("{id}/start")
    public Uni<Map<String, ServerView>> start(@RestPath String id, String body) {
        return servers.start(caller.get(), ServerRules.id(id), PowerWish.read(body, "server"))
                .map(ServerResource::wrapped);
    }

    @POST
    @Path("{id}/stop")
    public Uni<Map<String, ServerView>> stop(@RestPath String id, String body) {
        return servers.stop(caller.get(), ServerRules.id(id), PowerWish.read(body, "stop_server"))
                .map(ServerResource::wrapped);
    }

    @POST
    @Path("{id}/restart")
    public Uni<Map<String, ServerView>> restart(@RestPath String id, String body) {
        return servers.restart(caller.get(), ServerRules.id(id), PowerWish.read(body, "restart_server"))
                .map(ServerResource::wrapped);
    }

    @POST
    @Path("{id}/cancel")
    public Uni<Void> cancel(@RestPath String id) {
        return servers.cancel(caller.get(), ServerRules.id(id));
    }

    @POST
    @Path("{id}/relocate")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Map<String, ServerView>> relocate(@RestPath String id, Relocate body) {
        return servers.relocate(caller.get(), ServerRules.id(id), body.zone()).map(ServerResource::wrapped);
    }

    @POST
    @Path("{id}/tag/{tags}")
    public Uni<Map<String, ServerView>> tag(@RestPath String id, @RestPath String tags) {
        return servers.tag(caller.get(), ServerRules.id(id), TagFilter.parse(tags))
                .map(ServerResource::wrapped);
    }

    @POST
    @Path("{id}/untag/{tags}")
    public Uni<Map<String, ServerView>> untag(@RestPath String id, @RestPath String tags) {
        return servers.untag(caller.get(), ServerRules.id(id), TagFilter.parse(tags))
                .map(ServerResource::wrapped);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> delete(@RestPath String id, @RestQuery String storages, @RestQuery String backups) {
        return servers.delete(caller.get(), ServerRules.id(id), ServerDeletion.parse(storages, backups));
    }

    record Relocate(@Nullable String zone) {}

    private static Map<String, ServerView> wrapped(ServerView server) {
        return Map.of("server", server);
    }

    private static Map<String, Object> wrapped(List<ServerItem> found) {
        return Map.of("servers", Map.of("server", found));
    }
}
