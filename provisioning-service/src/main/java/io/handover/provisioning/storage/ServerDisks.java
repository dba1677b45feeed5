package io.handover.provisioning.storage;

import io.handover.events.Topics;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageDetached;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.catalogue.Catalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which storages are whose disks. */
@ApplicationScoped
public class ServerDisks {

    private final Storages storages;
    private final AttachmentRepository attachments;
    private final Catalogue catalogue;
    private final Outbox outbox;

    ServerDisks(Storages storages, AttachmentRepository attachments, Catalogue catalogue, Outbox outbox) {
        this.storages = storages;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    /** The disks of servers, in the order they were asked for. */
    public Uni<Map<UUID, List<AttachedStorage>>> attachedTo(List<UUID> serverIds) {
        return serverIds.isEmpty() ? Uni.createFrom().item(Map.of()) : attachments.attachedTo(serverIds);
    }

    /** The disks of a server move to where it is. */
    public Uni<Void> relocate(UUID serverId, String zone) {
        return attachments.relocate(serverId, zone);
    }

    /** Detaches all disks; they stay. */
    public Uni<Void> detachAll(Caller caller, UUID serverId) {
        return detached(caller.accountId(), serverId, caller.userId()).replaceWithVoid();
    }

    /** Detaches all disks, and deletes them; refused when the caller may not control one of them. */
    public Uni<Void> deleteAll(Caller caller, UUID serverId) {
        return attachedTo(List.of(serverId))
                .chain(attached -> Sql.each(
                        attached.getOrDefault(serverId, List.of()), disk -> storages.visible(caller, disk.storage())))
                .chain(() -> detached(caller.accountId(), serverId, caller.userId()))
                .chain(disks -> Sql.each(disks, disk -> storages.delete(caller.accountId(), disk.storage())));
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

    Uni<Void> attach(Caller caller, UUID serverId, UUID storageId, String address, int position, boolean made) {
        return attachments
                .attach(serverId, storageId, address, position, made)
                .invoke(attached -> {
                    if (!attached) {
                        throw StorageRefusals.busy();
                    }
                })
                .chain(() -> outbox.record(
                        Topics.PROVISIONING_SERVER,
                        new StorageAttached(caller.accountId(), storageId, serverId, caller.userId())));
    }

    private Uni<List<AttachedStorage>> detached(UUID accountId, UUID serverId, @Nullable UUID by) {
        return attachedTo(List.of(serverId))
                .map(attached -> attached.getOrDefault(serverId, List.of()))
                .call(() -> attachments.detachAll(serverId))
                .call(disks -> Sql.each(
                        disks,
                        disk -> outbox.record(
                                Topics.PROVISIONING_SERVER,
                                new StorageDetached(accountId, disk.storage(), serverId, by))));
    }
}
