package io.handover.sandbox.disk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

@Path("/v1/disks/{id}")
@Consumes(MediaType.APPLICATION_JSON)
class DiskResource {

    private final Disks disks;

    DiskResource(Disks disks) {
        this.disks = disks;
    }

    @PUT
    public void put(@PathParam("id") UUID id, @Valid @NotNull(message = "is required.") Disk disk) {
        disks.put(id, disk);
    }

    @DELETE
    public void delete(@PathParam("id") UUID id) {
        disks.delete(id);
    }
}
