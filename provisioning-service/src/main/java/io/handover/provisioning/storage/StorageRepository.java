package io.handover.provisioning.storage;

import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.listing.Conditions;
import io.handover.provisioning.listing.Listing;
import io.handover.provisioning.listing.Order;
import io.handover.provisioning.listing.Page;
import io.handover.provisioning.listing.Source;
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
            (exists (select from access_grant g where g.user_id = :user
                       and g.target_type = 'storage' and g.target_identifier in ('*', cast(s.storage_id as text)))
             or exists (select from storage_attachment a join access_grant g on g.user_id = :user and g.storage
                          and g.target_type = 'server' and g.target_identifier in ('*', cast(a.server_id as text))
                        where a.storage_id = s.storage_id)
             or exists (select from storage_tag t join access_grant g on g.user_id = :user and g.storage
                          and g.target_type = 'tag_access' and g.target_identifier in ('*', t.tag)
                        where t.storage_id = s.storage_id))""";

    private static final String VISIBLE =
            "select 1 from storage s where s.storage_id = :storage and s.account_id = :account and (:main or "
                    + MAY_CONTROL + ")";

    /** The same for lists: {@code *}, single storages, and those of servers that were granted with their storages. */
    private static final List<Source> GRANTED = List.of(
            Source.of("storage s where " + Source.granted("g.target_type = 'storage' and g.target_identifier = '*'")),
            Source.of("""
                    access_grant g join storage s on s.storage_id = g.target_id
                    where g.user_id = :user and g.target_type = 'storage'"""),
            Source.of("storage s where "
                    + Source.granted("g.storage and g.target_type = 'server' and g.target_identifier = '*'")
                    + " and exists (select from storage_attachment a where a.storage_id = s.storage_id)"),
            Source.of("""
                    access_grant g join storage_attachment a on a.server_id = g.target_id
                    join storage s on s.storage_id = a.storage_id
                    where g.user_id = :user and g.storage and g.target_type = 'server'"""),
            Source.of("storage s where "
                    + Source.granted("g.storage and g.target_type = 'tag_access' and g.target_identifier = '*'")
                    + " and exists (select from storage_tag t where t.storage_id = s.storage_id)"),
            Source.each("g.storage and g.target_type = 'tag_access'", """
                    storage_tag t join storage s on s.storage_id = t.storage_id
                    where t.account_id = :account and t.tag = g.target_identifier""", "t"));

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

    Uni<List<Storage>> list(Caller caller, Conditions conditions, Order order, Page page) {
        var listing = new Listing("s.*", "storage", "storage_id", GRANTED, conditions, order, page);
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(listing.sql(caller), Storage.class);
            listing.parameters(caller).forEach(query::setParameter);
            return query.getResultList();
        });
    }

    Uni<Boolean> isVisibleTo(Caller caller, UUID storageId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VISIBLE, Integer.class)
                        .setParameter("account", caller.accountId())
                        .setParameter("main", caller.main())
                        .setParameter("user", caller.userId())
                        .setParameter("storage", storageId)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }
}
