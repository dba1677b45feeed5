package io.handover.provisioning.server;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.storage.DetachStorage;
import io.handover.provisioning.storage.DiskHost;
import io.handover.provisioning.storage.ServerDisks;
import io.handover.provisioning.storage.StorageDevice;
import io.handover.provisioning.storage.StorageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** Which storages a server has: decided here, and told to its machine by a job. */
@ApplicationScoped
class ServerStorages {

    private final Servers servers;
    private final ServerDisks disks;
    private final Jobs jobs;

    ServerStorages(Servers servers, ServerDisks disks, Jobs jobs) {
        this.servers = servers;
        this.disks = disks;
        this.jobs = jobs;
    }

    Uni<ServerView> attach(Caller caller, UUID serverId, StorageDevice device) {
        return changed(caller, serverId, host -> disks.attach(caller, host, device));
    }

    Uni<ServerView> detach(Caller caller, UUID serverId, DetachStorage which) {
        return changed(caller, serverId, host -> disks.detach(caller, host, which));
    }

    Uni<ServerView> load(Caller caller, UUID serverId, StorageDevice device) {
        return changed(caller, serverId, host -> disks.load(caller, host, device));
    }

    Uni<ServerView> eject(Caller caller, UUID serverId) {
        return changed(caller, serverId, host -> disks.eject(caller, host));
    }

    Uni<StorageView> attachStorage(Caller caller, UUID serverId, StorageDevice device) {
        return change(
                caller,
                serverId,
                host -> disks.attach(caller, host, device),
                server -> disks.storage(device.storageId()));
    }

    Uni<StorageView> detachStorage(Caller caller, UUID serverId, StorageDevice device) {
        return change(
                caller,
                serverId,
                host -> disks.detach(caller, host, DetachStorage.of(device)),
                server -> disks.storage(device.storageId()));
    }

    private Uni<ServerView> changed(Caller caller, UUID serverId, Function<DiskHost, Uni<Void>> what) {
        return change(caller, serverId, what, servers::view);
    }

    private <T> Uni<T> change(
            Caller caller, UUID serverId, Function<DiskHost, Uni<Void>> what, Function<Server, Uni<T>> answer) {
        return Panache.withTransaction(() -> servers.locked(caller, serverId)
                        .call(server -> what.apply(server.diskHost()))
                        .chain(server -> answer.apply(server)))
                .invoke(jobs::wake);
    }
}
