package io.handover.provisioning.storage;

import io.handover.events.Topics;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.kit.access.AccessGrants;
import io.handover.kit.ambient.Ids;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Template;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.listing.Page;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What callers do with the storages they may control. */
@ApplicationScoped
class Storages {

    /** First byte of a storage's id. */
    private static final int KIND = 0x01;

    private final StorageRepository storages;
    private final AttachmentRepository attachments;
    private final FavoriteRepository favorites;
    private final StorageLimits limits;
    private final Catalogue catalogue;
    private final AccessGrants grants;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;

    Storages(
            StorageRepository storages,
            AttachmentRepository attachments,
            FavoriteRepository favorites,
            StorageLimits limits,
            Catalogue catalogue,
            AccessGrants grants,
            Outbox outbox,
            Jobs jobs,
            Ids ids,
            Clock clock) {
        this.storages = storages;
        this.attachments = attachments;
        this.favorites = favorites;
        this.limits = limits;
        this.catalogue = catalogue;
        this.grants = grants;
        this.outbox = outbox;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    @WithSession
    Uni<List<StorageView>> list(Caller caller, StorageQuery query) {
        return favorites.of(caller.userId()).chain(marked -> list(caller, query, marked));
    }

    private Uni<List<StorageView>> list(Caller caller, StorageQuery query, Set<UUID> marked) {
        List<StorageView> templates = catalogue.templates().stream()
                .map(StorageView::of)
                .filter(template -> query.accepts(template, marked))
                .toList();
        Page page = query.page().beginningEarlier(templates.size());
        return storages.list(caller, query.conditions(caller.userId()), query.order(), page)
                .map(own -> Stream.concat(templates.stream(), own.stream().map(Storage::item))
                        .sorted(query.comparator())
                        .skip(query.page().offset() - page.offset())
                        .limit(Objects.requireNonNullElse(query.page().limit(), Integer.MAX_VALUE))
                        .toList());
    }

    @WithSession
    Uni<StorageView> details(Caller caller, UUID storageId) {
        Optional<Template> template = catalogue.template(storageId);
        return template.isPresent()
                ? Uni.createFrom().item(StorageView.of(template.get()).withServers(List.of()))
                : visible(caller, storageId).chain(this::details);
    }

    @WithTransaction
    Uni<StorageView> create(Caller caller, CreateStorage.Fields fields) {
        return persist(caller, StorageRules.form(fields, catalogue)).chain(this::details);
    }

    /** A larger disk follows by a job. */
    Uni<StorageView> change(Caller caller, UUID storageId, CreateStorage.Fields wish) {
        return Panache.withTransaction(() -> locked(caller, storageId)
                        .call(storage -> change(storage, wish))
                        .call(this::refuseTwoBackupRules)
                        .chain(this::details))
                .invoke(jobs::wake);
    }

    Uni<Void> delete(Caller caller, UUID storageId, BackupPolicy backups) {
        return Panache.withTransaction(() -> locked(caller, storageId)
                        .call(() -> attachments.serversOf(storageId).invoke(servers -> {
                            if (!servers.isEmpty()) {
                                throw StorageRefusals.attached();
                            }
                        }))
                        .chain(storage -> remove(caller, storage, backups)))
                .invoke(jobs::wake);
    }

    @WithTransaction
    Uni<Void> mark(Caller caller, UUID storageId) {
        return details(caller, storageId).chain(() -> favorites.add(caller.userId(), storageId));
    }

    @WithTransaction
    Uni<Void> unmark(Caller caller, UUID storageId) {
        return details(caller, storageId).chain(() -> favorites.remove(caller.userId(), storageId));
    }

    /** Deletes a storage that is no server's, and of its backups as many as wanted. */
    Uni<Void> remove(Caller caller, Storage storage, BackupPolicy backups) {
        return storages.backupsOf(storage.storageId())
                .chain(made -> Sql.each(
                        backups.doomed(made), backup -> locked(caller, backup).chain(this::remove)))
                .chain(() -> remove(storage));
    }

    /** Nothing is known of it any more; its disk is not touched. */
    Uni<Void> forget(UUID accountId, UUID storageId) {
        return storages.remove(storageId)
                .chain(() -> outbox.record(Topics.PROVISIONING_SERVER, new StorageDeleted(accountId, storageId)));
    }

    /** A new one, within the account's limits. Who made it may control it. */
    Uni<Storage> persist(Caller caller, StorageForm form) {
        var storage = new Storage(caller.accountId(), ids.ofKind(KIND), form, clock.instant());
        return storages.persist(storage)
                .chain(() -> outbox.record(
                        Topics.PROVISIONING_SERVER,
                        new StorageCreated(caller.accountId(), storage.storageId(), caller.userId())))
                .chain(() -> form.type() == StorageType.BACKUP
                        ? Uni.createFrom().voidItem()
                        : limits.check(caller.accountId()))
                .chain(() -> grantToCreator(caller, storage.storageId()))
                .replaceWith(storage);
    }

    Uni<Storage> visible(Caller caller, UUID storageId) {
        return storages.find(storageId)
                .map(found -> found.filter(storage -> storage.accountId().equals(caller.accountId()))
                        .orElseThrow(() -> StorageRefusals.notFound(storageId)))
                .call(() -> storages.isVisibleTo(caller, storageId).invoke(may -> {
                    if (!may) {
                        throw StorageRefusals.forbidden();
                    }
                }));
    }

    /** Visible, and nobody else's to change until the present transaction ends. */
    Uni<Storage> locked(Caller caller, UUID storageId) {
        return storages.lock(storageId).chain(() -> visible(caller, storageId));
    }

    /** As it is shown alone, to whoever was found to control it. */
    Uni<StorageView> shown(UUID storageId) {
        return storages.find(storageId)
                .map(found -> found.orElseThrow(() -> StorageRefusals.notFound(storageId)))
                .chain(this::details);
    }

    Uni<StorageView> details(Storage storage) {
        return attachments
                .serversOf(storage.storageId())
                .chain(servers ->
                        storages.backupsOf(storage.storageId()).map(backups -> storage.details(servers, backups)));
    }

    private Uni<Void> change(Storage storage, CreateStorage.Fields wish) {
        int before = storage.size();
        storage.change(wish, clock.instant());
        return storage.size() == before
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> session.flush())
                        .chain(() -> limits.check(storage.accountId()))
                        .chain(() -> jobs.put(GrowDisk.KIND, storage.storageId()));
    }

    private Uni<Void> refuseTwoBackupRules(Storage storage) {
        return attachments
                .serverOf(storage.storageId())
                .invoke(servers -> {
                    if (storage.hasBackupRule()
                            && servers.stream().anyMatch(AttachmentRepository.ServerOfStorage::simpleBackup)) {
                        throw StorageRefusals.backupRuleConflict();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> remove(Storage storage) {
        storage.become(StorageAct.DELETE);
        return storages.unfinishedCopiesOf(storage.storageId())
                .invoke(copies -> {
                    if (!copies.isEmpty()) {
                        throw StorageRefusals.copied();
                    }
                })
                .chain(() -> forget(storage.accountId(), storage.storageId()))
                .chain(() -> jobs.put(RemoveDisk.KIND, storage.storageId()));
    }

    private Uni<Void> grantToCreator(Caller caller, UUID storageId) {
        return caller.main()
                ? Uni.createFrom().voidItem()
                : grants.grant(
                        ids.timeOrdered(), caller.accountId(), caller.userId(), "storage", storageId.toString(), false);
    }
}
