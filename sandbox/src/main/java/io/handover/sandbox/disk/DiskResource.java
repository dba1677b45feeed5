package io.handover.sandbox.disk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

@Path("/v1/disks/{id}")
@Consumes(MediaType.APPLICATION_JSON)
class DiskResource {

    private static final String REQUIRED = "is required.";

    private final Disks disks;

    DiskResource(Disks disks) {
        this.disks = disks;
    }

    @PUT
    public void put(@PathParam("id") UUID id, @Valid @NotNull(message = REQUIRED) PutDisk disk) {
        disks.put(id, disk);
    }

    @PUT
    @Path("/size")
    public void grow(@PathParam("id") UUID id, @Valid @NotNull(message = REQUIRED) GrowDisk disk) {
        disks.grow(id, disk.sizeGib());
    }

    @POST
    @Path("/restore")
    public void restore(@PathParam("id") UUID id, @Valid @NotNull(message = REQUIRED) RestoreDisk disk) {
        disks.restore(id, disk.source());
    }

    @DELETE
    public void delete(@PathParam("id") UUID id) {
        disks.delete(id);
    }
}
