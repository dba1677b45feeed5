package io.handover.provisioning.storage;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

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
    public Uni<RestResponse<Map<String, Object>>> begin(@RestPath String id, ImportStorage body) {
        return imports.begin(caller.get(), StorageRules.id(id), body.fields())
                .map(begun -> answer(Status.CREATED, begun));
    }

    @GET
    @Path("{id}/import")
    public Uni<RestResponse<Map<String, Object>>> details(@RestPath String id) {
        return imports.details(caller.get(), StorageRules.id(id)).map(found -> answer(Status.OK, found));
    }

    /** It has ended already. */
    @POST
    @Path("{id}/import/cancel")
    public Uni<RestResponse<Map<String, Object>>> cancel(@RestPath String id) {
        return imports.details(caller.get(), StorageRules.id(id)).map(found -> answer(Status.ACCEPTED, found));
    }

    private static RestResponse<Map<String, Object>> answer(Status status, StorageImport.ImportView found) {
        return RestResponse.status(status, Map.of("storage_import", found));
    }
}
