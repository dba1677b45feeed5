package io.handover.sandbox.machine;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Shows all that there is. */
@Path("/v1/inventory")
@Produces(MediaType.APPLICATION_JSON)
class InventoryResource {

    private final MachineService machines;

    InventoryResource(MachineService machines) {
        this.machines = machines;
    }

    @GET
    public Inventory inventory() {
        return new Inventory(machines.all());
    }

    record Inventory(List<MachineView> machines) {}
}
