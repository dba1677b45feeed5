package io.handover.provisioning.storage;

import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.job.Jobs;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes the backups that rules ask for when they are due, in the account's name; and ends those that are too old. */
@ApplicationScoped
class BackupSchedule {

    private final Storages storages;
    private final StorageRepository repository;
    private final Jobs jobs;
    private final Clock clock;

    BackupSchedule(Storages storages, StorageRepository repository, Jobs jobs, Clock clock) {
        this.storages = storages;
        this.repository = repository;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Takes up one storage, which no other replica takes up meanwhile; false when none is due. */
    @WithTransaction
    Uni<Boolean> takeOne() {
        Instant now = clock.instant();
        return repository
                .dueForBackup(now)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(false)
                        : take(due.getFirst(), now).replaceWith(true));
    }

    private Uni<Void> take(Storage storage, Instant now) {
        Caller account = accountOf(storage);
        return repository
                .outdatedBackupsOf(storage.storageId(), storage.backupsSince(now))
                .chain(old -> Sql.each(
                        old,
                        backup -> storages.locked(account, backup)
                                .chain(found -> storages.remove(account, found, BackupPolicy.KEEP))))
                .chain(() -> storage.backUpNow(now)
                        ? make(account, storage.scheduledBackup(now))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> make(Caller account, StorageForm form) {
        return storages.persist(account, form).chain(backup -> jobs.put(MakeCopy.KIND, backup.storageId()));
    }

    private static Caller accountOf(Storage storage) {
        UUID account = storage.accountId();
        return new Caller(account, account, "", true, Optional.empty(), false);
    }
}
