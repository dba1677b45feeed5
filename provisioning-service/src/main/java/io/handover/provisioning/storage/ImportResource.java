package io.handover.provisioning.storage;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/1.3/storage")
@Produces("application/json; charset=UTF-8")
class ImportResource {

    private final StorageImports imports;
    private final CurrentCaller caller;

    ImportResource(StorageImports imports, CurrentCaller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Path("{id}/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = StorageImport.OneImport.class, responseCode = "201")
    public Uni<StorageImport.OneImport> begin(@RestPath String id, ImportStorage body) {
        return imports.begin(caller.get(), StorageRules.id(id), body.fields()).map(StorageImport.OneImport::new);
    }

    @GET
    @Path("{id}/import")
    public Uni<StorageImport.OneImport> details(@RestPath String id) {
        return imports.details(caller.get(), StorageRules.id(id)).map(StorageImport.OneImport::new);
    }

    /** It has ended already. */
    @POST
    @Path("{id}/import/cancel")
    @ResponseStatus(202)
    @APIResponseSchema(value = StorageImport.OneImport.class, responseCode = "202")
    public Uni<StorageImport.OneImport> cancel(@RestPath String id) {
        return imports.details(caller.get(), StorageRules.id(id)).map(StorageImport.OneImport::new);
    }
}
