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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    private static final String LOCK =
            "select storage_id, size from storage where storage_id = :storage for no key update";

    private static final String BACKUPS =
            "select storage_id from storage where source = :storage and type = 'backup' order by created_at,"
                    + " storage_id";

    private static final String DUE = """
            select s.* from storage s where s.backup_due_at <= :now
            order by s.backup_due_at limit 1 for update skip locked""";

    private static final String OUTDATED = """
            select storage_id from storage
            where source = :storage and scheduled and created_at < :before and state in ('online', 'error')
            for update skip locked""";

    private static final String UNFINISHED =
            "select storage_id from storage where source = :storage and state = 'maintenance'";

    private static final String USED =
            "select tier, sum(size) from storage where account_id = :account and type <> 'backup' group by tier";

    /** Taken before the sum is read: of two requests the second finds what the first has made. */
    private static final String ONE_AT_A_TIME = "select 1, cast(pg_advisory_xact_lock(hashtext(:account)) as text)";

    Uni<Void> persist(Storage storage) {
        return Panache.getSession().chain(session -> session.persist(storage).call(session::flush));
    }

    /** With what was granted on it, and who had marked it: no id comes twice. */
    Uni<Void> remove(UUID storageId) {
        return Sql.execute(
                        "delete from access_grant where target_type = 'storage' and target_identifier = :storage",
                        Map.of("storage", storageId.toString()))
                .chain(() -> Sql.execute(
                        "delete from storage_favorite where storage_id = :storage", Map.of("storage", storageId)))
                .chain(() -> Sql.execute(
                        "delete from storage_import where storage_id = :storage", Map.of("storage", storageId)))
                .chain(() ->
                        Sql.execute("delete from storage where storage_id = :storage", Map.of("storage", storageId)));
    }

    /** The oldest storages of an account, by their ids. */
    Uni<List<UUID>> some(UUID accountId, int max) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select storage_id from storage where account_id = :account order by created_at, storage_id",
                                UUID.class)
                        .setParameter("account", accountId)
                        .setMaxResults(max)
                        .getResultList());
    }

    Uni<Optional<Storage>> find(UUID storageId) {
        return Panache.getSession()
                .chain(session -> session.find(Storage.class, storageId))
                .map(Optional::ofNullable);
    }

    /**
     * To change, attach or delete it: who else wants to waits until this transaction ends. What the session knew of it
     * is read again. (Hibernate Reactive cannot lock what it knows: it spells the columns as the fields.)
     */
    Uni<Optional<Storage>> lock(UUID storageId) {
        return Sql.rows(LOCK, Map.of("storage", storageId))
                .chain(() -> find(storageId))
                .call(found -> found.map(StorageRepository::readAgain)
                        .orElse(Uni.createFrom().voidItem()));
    }

    private static Uni<Void> readAgain(Storage storage) {
        return Panache.getSession().chain(session -> session.refresh(storage));
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

    /** The backups of a storage, in the order of their age. */
    Uni<List<UUID>> backupsOf(UUID storageId) {
        return ids(BACKUPS, storageId);
    }

    /** The copies of a storage that are being made. */
    Uni<List<UUID>> unfinishedCopiesOf(UUID storageId) {
        return ids(UNFINISHED, storageId);
    }

    /** The storage that has been due for a backup for longest, if one is; others take up others. */
    Uni<List<Storage>> dueForBackup(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DUE, Storage.class)
                        .setParameter("now", now)
                        .getResultList());
    }

    /** The backups of a storage that its rule asked for before a time, and that nobody is working with. */
    Uni<List<UUID>> outdatedBackupsOf(UUID storageId, Instant before) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OUTDATED, UUID.class)
                        .setParameter("storage", storageId)
                        .setParameter("before", before)
                        .getResultList());
    }

    /** How many GiB an account has of each tier; backups do not count. */
    Uni<Map<String, Long>> used(UUID accountId) {
        return Sql.rows(ONE_AT_A_TIME, Map.of("account", "storage of " + accountId))
                .chain(() -> Sql.rows(USED, Map.of("account", accountId)))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue())));
    }

    private static Uni<List<UUID>> ids(String sql, UUID storageId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, UUID.class)
                        .setParameter("storage", storageId)
                        .getResultList());
    }
}
