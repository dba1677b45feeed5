package io.handover.sandbox.machine;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Answers in threads that may block, as the SSH library does. */
@Path("/v1/machines/{id}")
@Produces(MediaType.APPLICATION_JSON)
class MachineResource {

    private final MachineService machines;

    MachineResource(MachineService machines) {
        this.machines = machines;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public MachineView put(@PathParam("id") UUID id, @Valid @NotNull(message = "is required.") PutMachine machine) {
        return machines.put(id, machine);
    }

    @GET
    public MachineView get(@PathParam("id") UUID id) {
        return machines.get(id);
    }

    @POST
    @Path("/start")
    public MachineView start(@PathParam("id") UUID id) {
        return machines.start(id);
    }

    @POST
    @Path("/stop")
    public MachineView stop(@PathParam("id") UUID id) {
        return machines.stop(id);
    }

    @POST
    @Path("/restart")
    public MachineView restart(@PathParam("id") UUID id) {
        return machines.restart(id);
    }

    @DELETE
    public void delete(@PathParam("id") UUID id) {
        machines.delete(id);
    }
}
