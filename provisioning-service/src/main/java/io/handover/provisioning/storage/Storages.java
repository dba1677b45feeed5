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
import io.handover.provisioning.catalogue.Plan;
import io.handover.provisioning.catalogue.Template;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.label.Labels;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Disks of accounts, and which server they belong to. */
@ApplicationScoped
public class Storages {

    static final String REMOVE_DISK = "remove-disk";

    /** First byte of a storage's id. */
    private static final int KIND = 0x01;

    private final StorageRepository storages;
    private final Catalogue catalogue;
    private final AccessGrants grants;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;

    Storages(
            StorageRepository storages,
            Catalogue catalogue,
            AccessGrants grants,
            Outbox outbox,
            Jobs jobs,
            Ids ids,
            Clock clock) {
        this.storages = storages;
        this.catalogue = catalogue;
        this.grants = grants;
        this.outbox = outbox;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    @WithSession
    Uni<List<StorageView>> list(Caller caller, StorageFilter filter) {
        return storages.visibleTo(caller, filter.labels())
                .map(own -> Stream.concat(
                                own.stream().map(Storage::item),
                                filter.labels().isEmpty()
                                        ? catalogue.templates().stream().map(StorageView::of)
                                        : Stream.empty())
                        .filter(filter::accepts)
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
                .call(storage -> storages.serversOf(storageId).invoke(servers -> {
                    if (!servers.isEmpty()) {
                        throw StorageRefusals.attached();
                    }
                }))
                .chain(storage -> delete(storage.accountId(), storageId));
    }

    /**
     * Makes, clones and attaches the disks of a new server, in the present transaction.
     *
     * @param plan decides which disk is part of it
     * @return fails with a refusal that names the first rule that is broken
     */
    public Uni<Void> allocate(
            Caller caller,
            UUID serverId,
            String zone,
            Optional<Plan> plan,
            @Nullable List<@Nullable StorageDevice> requested) {
        List<StorageDevice> devices = StorageRules.devices(requested);
        List<String> addresses = StorageRules.addresses(devices);
        return Sql.each(
                IntStream.range(0, devices.size()).boxed().toList(),
                position -> allocate(caller, zone, plan, devices.get(position))
                        .chain(disk -> attach(serverId, disk, addresses.get(position), position)));
    }

    /** The disks of servers, in the order they were asked for. */
    public Uni<Map<UUID, List<AttachedStorage>>> attachedTo(List<UUID> serverIds) {
        return serverIds.isEmpty() ? Uni.createFrom().item(Map.of()) : storages.attachedTo(serverIds);
    }

    /** Detaches all disks; they stay. */
    public Uni<Void> detachAll(UUID serverId) {
        return storages.detachAll(serverId);
    }

    /** Detaches all disks, and deletes them; refused when the caller may not control one of them. */
    public Uni<Void> deleteAll(Caller caller, UUID serverId) {
        return attachedTo(List.of(serverId))
                .chain(attached -> Sql.each(
                        attached.getOrDefault(serverId, List.of()),
                        disk -> visible(caller, disk.storage()).replaceWithVoid()))
                .chain(() -> detached(serverId))
                .chain(disks -> Sql.each(disks, disk -> delete(caller.accountId(), disk.storage())));
    }

    /** Detaches all disks, and deletes those that were made for the server: its deployment has undone them. */
    public Uni<Void> undo(UUID accountId, UUID serverId) {
        return detached(serverId)
                .map(disks -> disks.stream().filter(AttachedStorage::made).toList())
                .chain(disks -> Sql.each(disks, disk -> forget(accountId, disk.storage())));
    }

    private Uni<List<AttachedStorage>> detached(UUID serverId) {
        return attachedTo(List.of(serverId))
                .call(() -> storages.detachAll(serverId))
                .map(attached -> attached.getOrDefault(serverId, List.of()));
    }

    private Uni<Void> delete(UUID accountId, UUID storageId) {
        return forget(accountId, storageId).chain(() -> jobs.put(REMOVE_DISK, storageId));
    }

    private Uni<Void> forget(UUID accountId, UUID storageId) {
        return storages.remove(storageId)
                .chain(() -> outbox.record(Topics.PROVISIONING_SERVER, new StorageDeleted(accountId, storageId)));
    }

    private Uni<Disk> allocate(Caller caller, String zone, Optional<Plan> plan, StorageDevice device) {
        if (!"disk".equals(StorageRules.orElse(device.type(), "disk"))) {
            throw StorageRefusals.badType();
        }
        return switch (StorageRules.orElse(device.action(), "")) {
            case "create" -> made(caller, form(device, zone, plan, StorageRules.size(device.size()), null));
            case "clone" -> copy(caller, device, zone, plan);
            case "attach" -> existing(caller, device, zone);
            case "" -> throw StorageRefusals.actionMissing();
            default -> throw StorageRefusals.badAction();
        };
    }

    private Uni<Disk> copy(Caller caller, StorageDevice device, String zone, Optional<Plan> plan) {
        UUID source = StorageRules.id(device.storage());
        Uni<Integer> original = catalogue
                .template(source)
                .map(template -> Uni.createFrom().item(template.size()))
                .orElseGet(() -> visible(caller, source).map(Storage::size));
        return original.map(size -> StorageRules.sizeOfCopy(device.size(), size))
                .chain(size -> made(caller, form(device, zone, plan, size, source)));
    }

    private Uni<Disk> existing(Caller caller, StorageDevice device, String zone) {
        UUID storageId = StorageRules.id(device.storage());
        if (catalogue.template(storageId).isPresent()) {
            throw StorageRefusals.templateAttached();
        }
        return locked(caller, storageId).map(storage -> {
            if (!storage.zone().equals(zone)) {
                throw StorageRefusals.otherZone();
            }
            if (!storage.isOnline()) {
                throw StorageRefusals.busy();
            }
            return new Disk(storageId, false);
        });
    }

    private Uni<Disk> made(Caller caller, Storage.Form form) {
        return persist(caller, form).map(storage -> new Disk(storage.storageId(), true));
    }

    private static Storage.Form form(
            StorageDevice device, String zone, Optional<Plan> plan, int size, @Nullable UUID source) {
        return new Storage.Form(
                StorageRules.title(device.title()),
                size,
                StorageRules.tier(device.tier(), "maxiops"),
                zone,
                StorageRules.encrypted(device.encrypted()),
                Labels.checked(device.labels()),
                plan.filter(chosen -> chosen.storageSize() == size).isPresent(),
                source);
    }

    private Uni<Void> attach(UUID serverId, Disk disk, String address, int position) {
        return storages.attach(serverId, disk.storageId(), address, position, disk.made())
                .invoke(attached -> {
                    if (!attached) {
                        throw StorageRefusals.busy();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Storage> persist(Caller caller, Storage.Form form) {
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

    private Uni<Storage> visible(Caller caller, UUID storageId) {
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
    private Uni<Storage> locked(Caller caller, UUID storageId) {
        return storages.lock(storageId).chain(() -> visible(caller, storageId));
    }

    private Uni<StorageView> details(Storage storage) {
        return storages.serversOf(storage.storageId()).map(storage::details);
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

    /** A disk for a server. */
    private record Disk(UUID storageId, boolean made) {}
}
