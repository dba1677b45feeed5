package io.handover.provisioning.storage;

import io.handover.kit.caller.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** The last import of each storage: kept, and never done. Nothing is fetched from anywhere. */
@ApplicationScoped
class StorageImports {

    private final Storages storages;
    private final Clock clock;

    StorageImports(Storages storages, Clock clock) {
        this.storages = storages;
        this.clock = clock;
    }

    @WithTransaction
    Uni<StorageImport.ImportView> begin(Caller caller, UUID storageId, ImportStorage.Fields wish) {
        var wanted = new StorageImport(storageId, wish, clock.instant());
        return storages.locked(caller, storageId)
                .invoke(storage -> {
                    storage.only(StorageType.NORMAL);
                    storage.become(StorageAct.CHANGE);
                })
                .chain(Panache::getSession)
                .chain(session -> session.merge(wanted))
                .map(StorageImport::view);
    }

    @WithSession
    Uni<StorageImport.ImportView> details(Caller caller, UUID storageId) {
        return storages.visible(caller, storageId)
                .chain(Panache::getSession)
                .chain(session -> session.find(StorageImport.class, storageId))
                .onItem()
                .ifNull()
                .failWith(StorageRefusals::noImport)
                .map(StorageImport::view);
    }
}
