package io.handover.provisioning.storage;

import io.handover.events.Topics;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageDetached;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.job.Jobs;
import io.handover.provisioning.storage.AttachmentRepository.NewAttachment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which storages are whose disks. Everything happens in the present transaction; machines follow by jobs. */
@ApplicationScoped
public class ServerDisks {

    private final Storages storages;
    private final AttachmentRepository attachments;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Jobs jobs;

    ServerDisks(Storages storages, AttachmentRepository attachments, Catalogue catalogue, Outbox outbox, Jobs jobs) {
        this.storages = storages;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.jobs = jobs;
    }

    /** The disks of servers, in the order they were asked for. */
    public Uni<Map<UUID, List<AttachedStorage>>> attachedTo(List<UUID> serverIds) {
        return serverIds.isEmpty() ? Uni.createFrom().item(Map.of()) : attachments.attachedTo(serverIds);
    }

    /** A storage as it is shown alone, to somebody who may control it, or just lost that by detaching it. */
    public Uni<StorageView> storage(UUID storageId) {
        return storages.shown(storageId);
    }

    /** Attaches a storage to a server that the caller may control; refused unless it may control the storage, too. */
    public Uni<Void> attach(Caller caller, DiskHost host, StorageDevice device) {
        UUID storageId = device.storageId();
        return attachable(caller, storageId, host.zone())
                .chain(() -> refuseAttached(host, storageId))
                .chain(() -> present(host.serverId()))
                .map(present -> new NewAttachment(
                        host.serverId(),
                        storageId,
                        AttachRules.address(host, device, present),
                        device.deviceType(),
                        device.isBootDisk(),
                        false))
                .call(attachment -> attachment.bootDisk()
                        ? attachments.bootAnother(host.serverId())
                        : Uni.createFrom().voidItem())
                .chain(attachment -> attach(caller, attachment))
                .chain(() -> jobs.put(SetDisks.KIND, host.serverId()));
    }

    /** Detaches a storage from a server that the caller may control. */
    public Uni<Void> detach(Caller caller, DiskHost host, DetachStorage which) {
        return present(host.serverId())
                .map(present -> AttachRules.leaving(host, which, present))
                .chain(device -> leave(caller, host, device.storage()));
    }

    /** Loads a storage as the one CD-ROM of a server, whatever its state. */
    public Uni<Void> load(Caller caller, DiskHost host, StorageDevice device) {
        return present(host.serverId())
                .invoke(present -> {
                    if (AttachRules.cdrom(present).isPresent()) {
                        throw StorageRefusals.cdromInUse();
                    }
                })
                .chain(() -> attach(caller, host.asIfStopped(), device.asCdrom()));
    }

    /** Ejects the CD-ROM of a server, whatever its state. */
    public Uni<Void> eject(Caller caller, DiskHost host) {
        return present(host.serverId())
                .map(present -> AttachRules.cdrom(present).orElseThrow(StorageRefusals::noCdrom))
                .chain(device -> leave(caller, host, device.storage()));
    }

    /** The disks of a server move with it to another zone. */
    public Uni<Void> relocate(UUID serverId, String zone) {
        return attachments.relocate(serverId, zone);
    }

    /** Detaches all disks; they stay. */
    public Uni<Void> detachAll(Caller caller, UUID serverId) {
        return detached(caller.accountId(), serverId, caller.userId()).replaceWithVoid();
    }

    /** The same, by nobody in particular. */
    public Uni<Void> detachAll(UUID accountId, UUID serverId) {
        return detached(accountId, serverId, null).replaceWithVoid();
    }

    /** Detaches all disks, and deletes them; refused when the caller may not control one of them. */
    public Uni<Void> deleteAll(Caller caller, UUID serverId, BackupPolicy backups) {
        return present(serverId)
                .chain(disks -> Sql.each(
                        disks,
                        disk -> storages.locked(caller, disk.storage())
                                .call(() -> attachments.detach(serverId, disk.storage()))
                                .call(() -> say(caller.accountId(), serverId, disk.storage(), caller.userId()))
                                .chain(storage -> storages.remove(caller, storage, backups))));
    }

    /** Detaches all disks, and deletes those that were made for the server: its deployment has undone them. */
    public Uni<Void> undo(UUID accountId, UUID serverId) {
        return detached(accountId, serverId, null)
                .map(disks -> disks.stream().filter(AttachedStorage::made).toList())
                .chain(disks -> Sql.each(disks, disk -> storages.forget(accountId, disk.storage())));
    }

    /** A storage that a server of a zone may get, and nobody else's until the present transaction ends. */
    Uni<Storage> attachable(Caller caller, UUID storageId, String zone) {
        if (catalogue.template(storageId).isPresent()) {
            throw StorageRefusals.templateAttached();
        }
        return storages.locked(caller, storageId).invoke(storage -> storage.refuseToBeAttachedIn(zone));
    }

    Uni<Void> attach(Caller caller, NewAttachment attachment) {
        return attachments
                .attach(attachment)
                .invoke(attached -> {
                    if (!attached) {
                        throw StorageRefusals.inUse();
                    }
                })
                .chain(() -> outbox.record(
                        Topics.PROVISIONING_SERVER,
                        new StorageAttached(
                                caller.accountId(), attachment.storageId(), attachment.serverId(), caller.userId())));
    }

    private Uni<Void> refuseAttached(DiskHost host, UUID storageId) {
        return attachments.serversOf(storageId).chain(servers -> {
            if (servers.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            if (!servers.contains(host.serverId())) {
                throw StorageRefusals.inUse();
            }
            return present(host.serverId())
                    .invoke(present -> {
                        throw StorageRefusals.attachedTwice(AttachRules.cdrom(present)
                                .filter(device -> storageId.equals(device.storage()))
                                .isPresent());
                    })
                    .replaceWithVoid();
        });
    }

    private Uni<Void> leave(Caller caller, DiskHost host, UUID storageId) {
        return storages.locked(caller, storageId)
                .invoke(storage -> storage.become(StorageAct.DETACH))
                .chain(() -> attachments.detach(host.serverId(), storageId))
                .chain(() -> say(caller.accountId(), host.serverId(), storageId, caller.userId()))
                .chain(() -> jobs.put(SetDisks.KIND, host.serverId()));
    }

    private Uni<List<AttachedStorage>> present(UUID serverId) {
        return attachedTo(List.of(serverId)).map(attached -> attached.getOrDefault(serverId, List.of()));
    }

    private Uni<List<AttachedStorage>> detached(UUID accountId, UUID serverId, @Nullable UUID by) {
        return present(serverId)
                .call(() -> attachments.detachAll(serverId))
                .call(disks -> Sql.each(disks, disk -> say(accountId, serverId, disk.storage(), by)));
    }

    private Uni<Void> say(UUID accountId, UUID serverId, UUID storageId, @Nullable UUID by) {
        return outbox.record(Topics.PROVISIONING_SERVER, new StorageDetached(accountId, storageId, serverId, by));
    }
}
