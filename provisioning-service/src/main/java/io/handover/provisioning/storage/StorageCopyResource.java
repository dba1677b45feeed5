package io.handover.provisioning.storage;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Methods without a body argument take any body, and none: clients send both. */
@Path("/1.3/storage")
@Produces("application/json; charset=UTF-8")
class StorageCopyResource {

    private final StorageCopies copies;
    private final CurrentCaller caller;

    StorageCopyResource(StorageCopies copies, CurrentCaller caller) {
        this.copies = copies;
        this.caller = caller;
    }

    @POST
    @Path("{id}/clone")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = StorageView.OneStorage.class, responseCode = "201")
    public Uni<StorageView.OneStorage> clone(@RestPath String id, CreateStorage body) {
        return copies.clone(caller.get(), StorageRules.id(id), body.fields()).map(StorageView.OneStorage::new);
    }

    @POST
    @Path("{id}/templatize")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = StorageView.OneStorage.class, responseCode = "201")
    public Uni<StorageView.OneStorage> templatize(@RestPath String id, CreateStorage body) {
        return copies.templatize(caller.get(), StorageRules.id(id), body.fields())
                .map(StorageView.OneStorage::new);
    }

    @POST
    @Path("{id}/backup")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = StorageView.OneStorage.class, responseCode = "201")
    public Uni<StorageView.OneStorage> backUp(@RestPath String id, CreateStorage body) {
        return copies.backUp(caller.get(), StorageRules.id(id), body.fields()).map(StorageView.OneStorage::new);
    }

    @POST
    @Path("{id}/resize")
    public Uni<StorageView.OneResize> resize(@RestPath String id) {
        return copies.resize(caller.get(), StorageRules.id(id)).map(StorageView.OneResize::new);
    }

    @POST
    @Path("{id}/restore")
    public Uni<Void> restore(@RestPath String id) {
        return copies.restore(caller.get(), StorageRules.id(id));
    }

    @POST
    @Path("{id}/cancel")
    public Uni<Void> cancel(@RestPath String id) {
        return copies.cancel(caller.get(), StorageRules.id(id));
    }
}
