package io.handover.provisioning.storage;

import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class AttachmentRepository {

    private static final String ATTACH = """
            insert into storage_attachment (server_id, address, position, storage_id, type, boot_disk, made)
            select :server, :address, coalesce(max(position) + 1, 0), :storage, :type, :boot, :made
            from storage_attachment where server_id = :server
            on conflict do nothing""";

    private static final String BOOT_ANOTHER =
            "update storage_attachment set boot_disk = false where server_id = :server";

    private static final String DETACH =
            "delete from storage_attachment where server_id = :server and storage_id = :storage";

    private static final String DETACH_ALL = "delete from storage_attachment where server_id = :server";

    private static final String RELOCATE = """
            update storage set zone = :zone
            where storage_id in (select storage_id from storage_attachment where server_id = :server)""";

    private static final String SERVER = """
            select s.state, s.simple_backup from storage_attachment a join server s on s.server_id = a.server_id
            where a.storage_id = :storage""";

    /** False when the storage is attached already. */
    Uni<Boolean> attach(NewAttachment attachment) {
        return Sql.change(
                        ATTACH,
                        Map.of(
                                "server",
                                attachment.serverId(),
                                "storage",
                                attachment.storageId(),
                                "address",
                                attachment.address(),
                                "type",
                                attachment.type(),
                                "boot",
                                attachment.bootDisk(),
                                "made",
                                attachment.made()))
                .map(inserted -> inserted == 1);
    }

    /** What boots next is said afterwards. */
    Uni<Void> bootAnother(UUID serverId) {
        return Sql.execute(BOOT_ANOTHER, Map.of("server", serverId));
    }

    Uni<Void> detach(UUID serverId, UUID storageId) {
        return Sql.execute(DETACH, Map.of("server", serverId, "storage", storageId));
    }

    Uni<Void> detachAll(UUID serverId) {
        return Sql.execute(DETACH_ALL, Map.of("server", serverId));
    }

    Uni<Void> relocate(UUID serverId, String zone) {
        return Sql.execute(RELOCATE, Map.of("server", serverId, "zone", zone));
    }

    Uni<List<UUID>> serversOf(UUID storageId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select server_id from storage_attachment where storage_id = :storage", UUID.class)
                        .setParameter("storage", storageId)
                        .getResultList());
    }

    /** The servers that the storage is attached to: one, or none. */
    Uni<List<ServerOfStorage>> serverOf(UUID storageId) {
        return Sql.rows(SERVER, Map.of("storage", storageId))
                .map(rows -> rows.stream()
                        .map(row -> new ServerOfStorage("STOPPED".equals(row[0]), !"no".equals(row[1])))
                        .toList());
    }

    Uni<Map<UUID, List<AttachedStorage>>> attachedTo(List<UUID> serverIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery("""
                                select a, s from StorageAttachment a join Storage s on s.storageId = a.storageId
                                where a.serverId in (:servers) order by a.position""", Object[].class)
                        .setParameter("servers", serverIds)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> ((StorageAttachment) row[0]).serverId(),
                                Collectors.mapping(
                                        row -> ((Storage) row[1]).attached((StorageAttachment) row[0]),
                                        Collectors.toList()))));
    }

    /**
     * A storage that becomes a server's.
     *
     * @param made whether it was made for this server
     */
    record NewAttachment(UUID serverId, UUID storageId, String address, String type, boolean bootDisk, boolean made) {}

    /** What a storage needs to know of its server. */
    record ServerOfStorage(boolean stopped, boolean simpleBackup) {}
}
