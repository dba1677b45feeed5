package io.handover.provisioning.storage;

import io.handover.provisioning.compute.Disk;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of storages while nobody asks: their jobs read here what to do, and say how it ended. */
@ApplicationScoped
class StorageLife {

    private final StorageRepository storages;

    StorageLife(StorageRepository storages) {
        this.storages = storages;
    }

    /** A storage and what it was made of; empty when it is gone. */
    @WithSession
    Uni<Optional<DiskTask>> task(UUID storageId) {
        return storages.find(storageId)
                .chain(found -> found.map(storage -> source(storage.source())
                                .map(source -> Optional.of(new DiskTask(storage.disk(), storage.state(), source))))
                        .orElse(Uni.createFrom().item(Optional.empty())));
    }

    /** The copy was made, or cannot be; its original is free again. One that was cancelled meanwhile is not there. */
    @WithTransaction
    Uni<Void> copied(UUID copyId, StorageAct how) {
        return storages.lock(copyId)
                .invoke(found -> found.ifPresent(copy -> copy.become(how)))
                .chain(found -> found.map(copy -> end(copy.source(), StorageAct.END))
                        .orElse(Uni.createFrom().voidItem()));
    }

    /** The origin holds what the backup holds, or something unknown. */
    @WithTransaction
    Uni<Void> restored(UUID backupId, StorageAct how) {
        return storages.lock(backupId)
                .invoke(found -> found.ifPresent(backup -> backup.become(StorageAct.END)))
                .chain(found -> found.map(backup -> end(backup.source(), how))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> end(@Nullable UUID storageId, StorageAct how) {
        return storageId == null
                ? Uni.createFrom().voidItem()
                : storages.lock(storageId)
                        .invoke(found -> found.ifPresent(storage -> storage.become(how)))
                        .replaceWithVoid();
    }

    private Uni<Optional<Disk>> source(@Nullable UUID sourceId) {
        return sourceId == null
                ? Uni.createFrom().item(Optional.empty())
                : storages.find(sourceId).map(found -> found.map(Storage::disk));
    }

    /**
     * A disk, and what goes on with it.
     *
     * @param source empty for a public template, too: the back end has those
     */
    record DiskTask(Disk disk, StorageState state, Optional<Disk> source) {}
}
