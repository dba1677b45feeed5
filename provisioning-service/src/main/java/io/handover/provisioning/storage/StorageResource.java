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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;

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
    public Uni<StorageView.AllStorages> list(UriInfo request) {
        return list(List.of(), request);
    }

    /** Both a storage's id and a filter stand in this place. */
    @GET
    @Path("/{id}")
    public Uni<StorageView.OneOrAllStorages> details(
            @PathParam("id") @Parameter(schema = @Schema(pattern = StorageQuery.WORD_OR_ID)) String id,
            UriInfo request) {
        return StorageQuery.isWord(id)
                ? list(List.of(id), request).map(StorageView.OneOrAllStorages.class::cast)
                : storages.details(caller.get(), id(id)).map(StorageView.OneStorage::new);
    }

    @GET
    @Path("/{access: public|private}/{type: normal|backup|cdrom|template|favorite}")
    public Uni<StorageView.AllStorages> filtered(
            @PathParam("access") String access, @PathParam("type") String type, UriInfo request) {
        return list(List.of(access, type), request);
    }

    @POST
    @Consumes("application/json")
    @ResponseStatus(201)
    @APIResponseSchema(value = StorageView.OneStorage.class, responseCode = "201")
    public Uni<StorageView.OneStorage> create(CreateStorage command) {
        return storages.create(caller.get(), command.fields()).map(StorageView.OneStorage::new);
    }

    @PUT
    @Path("/{id}")
    @Consumes("application/json")
    @ResponseStatus(202)
    @APIResponseSchema(value = StorageView.OneStorage.class, responseCode = "202")
    public Uni<StorageView.OneStorage> change(@PathParam("id") String id, CreateStorage command) {
        return storages.change(caller.get(), id(id), command.fields()).map(StorageView.OneStorage::new);
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

    private Uni<StorageView.AllStorages> list(List<String> words, UriInfo request) {
        return storages.list(caller.get(), StorageQuery.parse(words, request.getQueryParameters()))
                .map(StorageView.AllStorages::of);
    }

    private static UUID id(String segment) {
        return StorageRules.id(segment);
    }
}
