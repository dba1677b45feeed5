package io.handover.provisioning.server;

import io.handover.kit.caller.CurrentCaller;
import io.handover.provisioning.storage.StorageDevice;
import io.handover.provisioning.storage.StorageView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Attaching and detaching, where the path names the storage. */
@Path("/1.3/storage")
@Produces("application/json; charset=UTF-8")
class StorageServerResource {

    private final ServerStorages storages;
    private final CurrentCaller caller;

    StorageServerResource(ServerStorages storages, CurrentCaller caller) {
        this.storages = storages;
        this.caller = caller;
    }

    @POST
    @Path("{id}/attach")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<StorageView.OneStorage> attach(@RestPath String id, DeviceBody body) {
        StorageDevice device = body.required().of(id);
        return storages.attachStorage(caller.get(), ServerRules.id(ServerRules.orElse(device.server(), "")), device)
                .map(StorageView.OneStorage::new);
    }

    @POST
    @Path("{id}/detach")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<StorageView.OneStorage> detach(@RestPath String id, DeviceBody body) {
        StorageDevice device = body.required().of(id);
        return storages.detachStorage(caller.get(), ServerRules.id(ServerRules.orElse(device.server(), "")), device)
                .map(StorageView.OneStorage::new);
    }
}
