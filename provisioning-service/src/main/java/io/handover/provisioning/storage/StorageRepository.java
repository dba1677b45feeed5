package io.handover.provisioning.storage;

import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.label.Labels;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

@ApplicationScoped
class StorageRepository {

    /** A member may control a storage it was granted, and those of servers it was granted with their storages. */
    private static final String MAY_CONTROL = """
            (exists (select 1 from access_grant g where g.user_id = :user and g.target_type = 'storage'
                       and g.target_identifier in ('*', cast(s.storage_id as text)))
             or exists (select 1 from storage_attachment a join access_grant g on g.user_id = :user and g.storage
                        where a.storage_id = s.storage_id and (
                          (g.target_type = 'server' and g.target_identifier in ('*', cast(a.server_id as text)))
                          or (g.target_type = 'tag_access' and exists (
                                select 1 from server_tag t
                                where t.server_id = a.server_id and g.target_identifier in ('*', t.tag))))))""";

    private static final String VISIBLE =
            "select s.* from storage s where s.account_id = :account and (:main or " + MAY_CONTROL + ")";

    Uni<Void> persist(Storage storage) {
        return Panache.getSession().chain(session -> session.persist(storage).call(session::flush));
    }

    /** With what was granted on it: no id comes twice. */
    Uni<Void> remove(UUID storageId) {
        return Sql.execute(
                        "delete from access_grant where target_type = 'storage' and target_identifier = :storage",
                        Map.of("storage", storageId.toString()))
                .chain(() ->
                        Sql.execute("delete from storage where storage_id = :storage", Map.of("storage", storageId)));
    }

    Uni<Optional<Storage>> find(UUID storageId) {
        return Panache.getSession()
                .chain(session -> session.find(Storage.class, storageId))
                .map(Optional::ofNullable);
    }

    /** To change, attach or delete it: who else wants to waits until this transaction ends. */
    Uni<Optional<Storage>> lock(UUID storageId) {
        return Panache.getSession()
                .chain(session -> session.find(Storage.class, storageId, LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    Uni<List<Storage>> visibleTo(Caller caller, List<String> labels) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                VISIBLE + " and cast(s.labels as jsonb) @> cast(cast(:labels as text) as jsonb)"
                                        + " order by s.created_at, s.storage_id",
                                Storage.class)
                        .setParameter("account", caller.accountId())
                        .setParameter("main", caller.main())
                        .setParameter("user", caller.userId())
                        .setParameter("labels", Labels.filter(labels))
                        .getResultList());
    }

    Uni<Boolean> isVisibleTo(Caller caller, UUID storageId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VISIBLE + " and s.storage_id = :storage", Storage.class)
                        .setParameter("account", caller.accountId())
                        .setParameter("main", caller.main())
                        .setParameter("user", caller.userId())
                        .setParameter("storage", storageId)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }
}
