package io.handover.provisioning.storage;

import io.handover.kit.sql.Sql;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.job.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The storages, backups and templates that a closed account leaves behind; no server has them any more. */
@ApplicationScoped
public class LeftStorages {

    private static final int SOME = 50;

    private final StorageRepository stored;
    private final Storages storages;
    private final Jobs jobs;

    LeftStorages(StorageRepository stored, Storages storages, Jobs jobs) {
        this.stored = stored;
        this.storages = storages;
        this.jobs = jobs;
    }

    /**
     * Deletes some, in the present transaction, whatever goes on with them: who copies or restores one finds it gone,
     * and removes what it made.
     */
    public Uni<Progress> deleteSome(UUID accountId) {
        return stored.some(accountId, SOME)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Progress.Done())
                        : Sql.each(found, storage -> delete(accountId, storage)).replaceWith(new Progress.Next()));
    }

    private Uni<Void> delete(UUID accountId, UUID storageId) {
        return storages.forget(accountId, storageId).chain(() -> jobs.put(RemoveDisk.KIND, storageId));
    }
}
