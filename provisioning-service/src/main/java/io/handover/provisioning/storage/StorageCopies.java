package io.handover.provisioning.storage;

import io.handover.kit.caller.Caller;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Template;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.label.Labels;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Clones, templates and backups of storages: each is begun here, and made by a job. */
@ApplicationScoped
class StorageCopies {

    private static final String RESIZE_BACKUP = "Resize backup";

    private final Storages storages;
    private final StorageRepository repository;
    private final AttachmentRepository attachments;
    private final Catalogue catalogue;
    private final Jobs jobs;

    StorageCopies(
            Storages storages,
            StorageRepository repository,
            AttachmentRepository attachments,
            Catalogue catalogue,
            Jobs jobs) {
        this.storages = storages;
        this.repository = repository;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.jobs = jobs;
    }

    /** A storage that holds the same as a storage, a backup or a template. */
    Uni<StorageView> clone(Caller caller, UUID sourceId, CreateStorage.Fields wish) {
        String zone = StorageRules.zone(wish.zone(), catalogue);
        String title = StorageRules.title(wish.title());
        return begun(() -> original(caller, sourceId, title)
                .map(form -> form.with(
                        zone,
                        StorageRules.tier(wish.tier(), form.tier()),
                        StorageRules.encrypted(wish.encrypted(), form.encrypted())))
                .chain(form -> make(caller, form)));
    }

    Uni<StorageView> templatize(Caller caller, UUID sourceId, CreateStorage.Fields wish) {
        String title = StorageRules.title(wish.title());
        return begun(() -> taken(caller, sourceId, StorageAct.COPY)
                .chain(storage -> make(caller, storage.copy(StorageType.TEMPLATE, title))));
    }

    Uni<StorageView> backUp(Caller caller, UUID sourceId, CreateStorage.Fields wish) {
        String title = StorageRules.title(wish.title());
        return begun(() -> taken(caller, sourceId, StorageAct.BACK_UP)
                .chain(storage -> make(caller, storage.copy(StorageType.BACKUP, title))));
    }

    /** Takes the backup that precedes the growing of a file system; that itself is the guest's. */
    Uni<StorageView> resize(Caller caller, UUID storageId) {
        return begun(() -> taken(caller, storageId, StorageAct.BACK_UP)
                .call(() -> refuseUnlessStopped(storageId))
                .chain(storage -> make(caller, storage.copy(StorageType.BACKUP, RESIZE_BACKUP))));
    }

    /** The origin of a backup holds again what the backup holds; its server must be stopped. */
    Uni<Void> restore(Caller caller, UUID backupId) {
        return begun(() -> storages.locked(caller, backupId)
                .invoke(backup -> {
                    backup.only(StorageType.BACKUP);
                    backup.become(StorageAct.RESTORE);
                })
                .chain(backup -> storages.locked(caller, Objects.requireNonNull(backup.source())))
                .invoke(origin -> origin.become(StorageAct.RESTORE))
                .chain(origin -> refuseUnlessStopped(origin.storageId()))
                .chain(() -> jobs.put(RestoreDisk.KIND, backupId)));
    }

    /** Gives up the copy that is being made: of a storage, or as this one. The job that makes it removes its disk. */
    Uni<Void> cancel(Caller caller, UUID storageId) {
        return begun(() -> storages.visible(caller, storageId)
                .chain(this::unfinished)
                .chain(copyId -> storages.locked(caller, copyId))
                .invoke(copy -> copy.become(StorageAct.CANCEL))
                .call(copy -> end(copy.source()))
                .call(copy -> jobs.put(MakeCopy.KIND, copy.storageId()))
                .chain(copy -> storages.forget(copy.accountId(), copy.storageId())));
    }

    private Uni<UUID> unfinished(Storage storage) {
        return switch (storage.state()) {
            case MAINTENANCE -> Uni.createFrom().item(storage.storageId());
            case CLONING, BACKUPING ->
                repository.unfinishedCopiesOf(storage.storageId()).map(List::getFirst);
            case ONLINE, SYNCING, ERROR -> throw StorageRefusals.nothingToCancel();
        };
    }

    private Uni<Void> end(@Nullable UUID sourceId) {
        return sourceId == null
                ? Uni.createFrom().voidItem()
                : repository
                        .lock(sourceId)
                        .invoke(found -> found.ifPresent(source -> source.become(StorageAct.END)))
                        .replaceWithVoid();
    }

    private Uni<StorageForm> original(Caller caller, UUID sourceId, String title) {
        Optional<Template> template = catalogue.template(sourceId);
        return template.isPresent()
                ? Uni.createFrom().item(ofPublic(template.get(), title))
                : storages.locked(caller, sourceId)
                        .invoke(storage -> storage.beginCopy(StorageAct.COPY))
                        .map(storage -> storage.copy(StorageType.NORMAL, title));
    }

    private static StorageForm ofPublic(Template template, String title) {
        return new StorageForm(
                title,
                template.size(),
                "maxiops",
                "",
                false,
                Labels.checked(null),
                BackupRule.NONE,
                false,
                template.uuid(),
                StorageType.NORMAL,
                StorageState.MAINTENANCE,
                false);
    }

    private Uni<Storage> taken(Caller caller, UUID storageId, StorageAct act) {
        return storages.locked(caller, storageId).invoke(storage -> {
            storage.only(StorageType.NORMAL);
            storage.become(act);
        });
    }

    private Uni<StorageView> make(Caller caller, StorageForm form) {
        return storages.persist(caller, form)
                .call(copy -> jobs.put(MakeCopy.KIND, copy.storageId()))
                .chain(storages::details);
    }

    private Uni<Void> refuseUnlessStopped(UUID storageId) {
        return attachments
                .serverOf(storageId)
                .invoke(servers -> {
                    if (!servers.stream().allMatch(AttachmentRepository.ServerOfStorage::stopped)) {
                        throw StorageRefusals.serverNotStopped();
                    }
                })
                .replaceWithVoid();
    }

    private <T> Uni<T> begun(Supplier<Uni<T>> work) {
        return Panache.withTransaction(work).invoke(jobs::wake);
    }
}
