package io.handover.provisioning.storage;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/1.3/storage")
@Produces("application/json; charset=UTF-8")
class StorageResource {

    private final Storages storages;
    private final CurrentCaller caller;

    StorageResource(Storages storages, CurrentCaller caller) {
        this.storages = storages;
        this.caller = caller;
    }

    @GET
    public Uni<Map<String, Object>> list(UriInfo request) {
        return list(List.of(), request);
    }

    /** Both a storage's id and a filter stand in this place. */
    @GET
    @Path("/{segment}")
    public Uni<Map<String, Object>> details(@PathParam("segment") String segment, UriInfo request) {
        return StorageQuery.isWord(segment)
                ? list(List.of(segment), request)
                : storages.details(caller.get(), id(segment)).map(StorageResource::wrapped);
    }

    @GET
    @Path("/{access: public|private}/{type: normal|backup|cdrom|template|favorite}")
    public Uni<Map<String, Object>> filtered(
            @PathParam("access") String access, @PathParam("type") String type, UriInfo request) {
        return list(List.of(access, type), request);
    }

    @POST
    @Consumes("application/json")
    public Uni<RestResponse<Map<String, Object>>> create(CreateStorage command) {
        return storages.create(caller.get(), command.fields())
                .map(storage -> RestResponse.status(Status.CREATED, wrapped(storage)));
    }

    @PUT
    @Path("/{id}")
    @Consumes("application/json")
    public Uni<RestResponse<Map<String, Object>>> change(@PathParam("id") String id, CreateStorage command) {
        return storages.change(caller.get(), id(id), command.fields())
                .map(storage -> RestResponse.status(Status.ACCEPTED, wrapped(storage)));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(@PathParam("id") String id, @QueryParam("backups") String backups) {
        return storages.delete(caller.get(), id(id), BackupPolicy.parse(backups));
    }

    @POST
    @Path("/{id}/favorite")
    public Uni<Void> mark(@PathParam("id") String id) {
        return storages.mark(caller.get(), id(id));
    }

    @DELETE
    @Path("/{id}/favorite")
    public Uni<Void> unmark(@PathParam("id") String id) {
        return storages.unmark(caller.get(), id(id));
    }

    private Uni<Map<String, Object>> list(List<String> words, UriInfo request) {
        return storages.list(caller.get(), StorageQuery.parse(words, request.getQueryParameters()))
                .map(found -> Map.of("storages", Map.of("storage", found)));
    }

    private static Map<String, Object> wrapped(StorageView storage) {
        return Map.of("storage", storage);
    }

    private static UUID id(String segment) {
        return StorageRules.id(segment);
    }
}
