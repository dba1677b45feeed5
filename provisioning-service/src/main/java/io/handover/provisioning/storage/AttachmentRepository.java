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
            insert into storage_attachment (server_id, address, position, storage_id, type, made)
            values (:server, :address, :position, :storage, 'disk', :made)
            on conflict do nothing""";

    private static final String RELOCATE = """
            update storage set zone = :zone where zone <> :zone and storage_id in (
              select storage_id from storage_attachment where server_id = :server)""";

    /** False when the storage is attached already. */
    Uni<Boolean> attach(UUID serverId, UUID storageId, String address, int position, boolean made) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ATTACH)
                        .setParameter("server", serverId)
                        .setParameter("address", address)
                        .setParameter("position", position)
                        .setParameter("storage", storageId)
                        .setParameter("made", made)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    Uni<Void> relocate(UUID serverId, String zone) {
        return Sql.execute(RELOCATE, Map.of("zone", zone, "server", serverId));
    }

    Uni<Void> detachAll(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from storage_attachment where server_id = :server")
                        .setParameter("server", serverId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<UUID>> serversOf(UUID storageId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select server_id from storage_attachment where storage_id = :storage", UUID.class)
                        .setParameter("storage", storageId)
                        .getResultList());
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
                                        row -> ((StorageAttachment) row[0]).of((Storage) row[1]),
                                        Collectors.toList()))));
    }
}
