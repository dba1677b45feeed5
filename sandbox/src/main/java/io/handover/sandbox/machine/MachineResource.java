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
import org.jspecify.annotations.Nullable;

/** Answers in threads that may block, as the SSH library does. */
@Path("/v1/machines/{id}")
@Produces(MediaType.APPLICATION_JSON)
class MachineResource {

    private final MachineService machines;
    private final Power power;

    MachineResource(MachineService machines, Power power) {
        this.machines = machines;
        this.power = power;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public MachineView put(
            @PathParam("id") UUID id, @Valid @NotNull(message = PutMachine.REQUIRED) PutMachine machine) {
        return machines.put(id, machine);
    }

    @GET
    public MachineView get(@PathParam("id") UUID id) {
        return machines.get(id);
    }

    @PUT
    @Path("/disks")
    @Consumes(MediaType.APPLICATION_JSON)
    public MachineView setDisks(
            @PathParam("id") UUID id, @Valid @NotNull(message = PutMachine.REQUIRED) SetDisks wanted) {
        return machines.setDisks(id, wanted.disks());
    }

    @PUT
    @Path("/size")
    @Consumes(MediaType.APPLICATION_JSON)
    public MachineView resize(
            @PathParam("id") UUID id, @Valid @NotNull(message = PutMachine.REQUIRED) ResizeMachine wanted) {
        return machines.resize(id, wanted);
    }

    @PUT
    @Path("/root-password")
    @Consumes(MediaType.APPLICATION_JSON)
    public MachineView setRootPassword(
            @PathParam("id") UUID id, @Valid @NotNull(message = PutMachine.REQUIRED) SetRootPassword wanted) {
        return machines.setRootPassword(id, wanted);
    }

    @POST
    @Path("/start")
    public MachineView start(@PathParam("id") UUID id) {
        return power.start(id);
    }

    @POST
    @Path("/stop")
    @Consumes(MediaType.APPLICATION_JSON)
    public MachineView stop(@PathParam("id") UUID id, @Valid @Nullable StopMachine how) {
        return power.stop(id, how == null ? StopMachine.SOFTLY : how);
    }

    @POST
    @Path("/restart")
    @Consumes(MediaType.APPLICATION_JSON)
    public MachineView restart(@PathParam("id") UUID id, @Valid @Nullable StopMachine how) {
        return power.restart(id, how == null ? StopMachine.SOFTLY : how);
    }

    @DELETE
    public void delete(@PathParam("id") UUID id) {
        machines.delete(id);
    }
}
