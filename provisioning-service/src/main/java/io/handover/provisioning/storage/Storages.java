package io.handover.provisioning.storage;

import io.handover.events.Topics;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.kit.access.AccessGrants;
import io.handover.kit.ambient.Ids;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Template;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.label.Labels;
import io.handover.provisioning.listing.Page;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What callers do with the storages they may control. */
@ApplicationScoped
class Storages {

    static final String REMOVE_DISK = "remove-disk";

    /** First byte of a storage's id. */
    private static final int KIND = 0x01;

    private final StorageRepository storages;
    private final AttachmentRepository attachments;
    private final Catalogue catalogue;
    private final AccessGrants grants;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;

    Storages(
            StorageRepository storages,
            AttachmentRepository attachments,
            Catalogue catalogue,
            AccessGrants grants,
            Outbox outbox,
            Jobs jobs,
            Ids ids,
            Clock clock) {
        this.storages = storages;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.grants = grants;
        this.outbox = outbox;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    @WithSession
    Uni<List<StorageView>> list(Caller caller, StorageQuery query) {
        List<StorageView> templates = catalogue.templates().stream()
                .map(StorageView::of)
                .filter(query::accepts)
                .toList();
        Page page = query.page().beginningEarlier(templates.size());
        return storages.list(caller, query.conditions(), query.order(), page)
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
                ? Uni.createFrom().item(StorageView.of(template.get()).withDetails(List.of()))
                : visible(caller, storageId).chain(this::details);
    }

    @WithTransaction
    Uni<StorageView> create(Caller caller, CreateStorage.Fields fields) {
        var form = new Storage.Form(
                StorageRules.title(fields.title()),
                StorageRules.size(fields.size()),
                StorageRules.tier(fields.tier(), "maxiops"),
                zone(fields.zone()),
                StorageRules.encrypted(fields.encrypted()),
                Labels.checked(fields.labels()),
                false,
                null);
        return persist(caller, form).chain(this::details);
    }

    @WithTransaction
    Uni<StorageView> change(Caller caller, UUID storageId, CreateStorage.Fields fields) {
        return locked(caller, storageId)
                .invoke(storage -> storage.change(fields.title(), fields.size(), fields.labels()))
                .chain(this::details);
    }

    @WithTransaction
    Uni<Void> delete(Caller caller, UUID storageId) {
        return locked(caller, storageId)
                .call(storage -> attachments.serversOf(storageId).invoke(servers -> {
                    if (!servers.isEmpty()) {
                        throw StorageRefusals.attached();
                    }
                }))
                .chain(storage -> delete(storage.accountId(), storageId));
    }

    Uni<Void> delete(UUID accountId, UUID storageId) {
        return forget(accountId, storageId).chain(() -> jobs.put(REMOVE_DISK, storageId));
    }

    Uni<Void> forget(UUID accountId, UUID storageId) {
        return storages.remove(storageId)
                .chain(() -> outbox.record(Topics.PROVISIONING_SERVER, new StorageDeleted(accountId, storageId)));
    }

    Uni<Storage> persist(Caller caller, Storage.Form form) {
        var storage = new Storage(caller.accountId(), ids.ofKind(KIND), form, clock.instant());
        return storages.persist(storage)
                .chain(() -> outbox.record(
                        Topics.PROVISIONING_SERVER,
                        new StorageCreated(caller.accountId(), storage.storageId(), caller.userId())))
                .chain(() -> grantToCreator(caller, storage.storageId()))
                .replaceWith(storage);
    }

    private Uni<Void> grantToCreator(Caller caller, UUID storageId) {
        return caller.main()
                ? Uni.createFrom().voidItem()
                : grants.grant(
                        ids.timeOrdered(), caller.accountId(), caller.userId(), "storage", storageId.toString(), false);
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

    private Uni<StorageView> details(Storage storage) {
        return attachments.serversOf(storage.storageId()).map(storage::details);
    }

    private String zone(@Nullable String zone) {
        if (zone == null || zone.isEmpty()) {
            throw StorageRefusals.zoneMissing();
        }
        if (catalogue.zone(zone).isEmpty()) {
            throw StorageRefusals.zoneUnknown(zone);
        }
        return zone;
    }
}
