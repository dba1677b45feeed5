package io.handover.provisioning.server;

import io.handover.kit.access.AccessGrants;
import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.label.Label;
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
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ServerRepository {

    private static final String VISIBLE =
            "select 1 from server s where s.server_id = :server and s.account_id = :account and (:main or "
                    + AccessGrants.mayControlServer("s.server_id") + ")";

    private static final String WITH_TAGS = """
            s.*, (select string_agg(t.name, ',' order by t.tag) from server_tag st join tag t using (account_id, tag)
                  where st.server_id = s.server_id) as tags""";

    /** {@code *}, single servers, servers with any tag, servers with a tag. */
    private static final List<Source> GRANTED = List.of(
            Source.of("server s where " + Source.granted("g.target_type = 'server' and g.target_identifier = '*'")),
            Source.of("""
                    access_grant g join server s on s.server_id = g.target_id
                    where g.user_id = :user and g.target_type = 'server'"""),
            Source.of("server s where " + Source.granted("g.target_type = 'tag_access' and g.target_identifier = '*'")
                    + " and exists (select from server_tag t where t.server_id = s.server_id)"),
            Source.each("g.target_type = 'tag_access'", """
                    server_tag t join server s on s.server_id = t.server_id
                    where t.account_id = :account and t.tag = g.target_identifier""", "t"));

    Uni<Void> persist(Server server) {
        return Panache.getSession().chain(session -> session.persist(server).call(session::flush));
    }

    /** With what was granted on it: no id comes twice. */
    Uni<Void> remove(Server server) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from access_grant where target_type = 'server' and target_identifier = :server")
                        .setParameter("server", server.id().toString())
                        .executeUpdate()
                        .chain(() -> session.remove(server)));
    }

    Uni<Optional<Server>> find(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.find(Server.class, serverId))
                .map(Optional::ofNullable);
    }

    /** To change it: who else wants to waits until this transaction ends. */
    Uni<Optional<Server>> lock(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.find(Server.class, serverId, LockMode.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /** Where all servers stand that are told nothing. */
    Uni<Map<UUID, Life>> standing() {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select s.serverId, s.state from Server s where s.order.power is null", Object[].class)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (UUID) row[0], row -> new Life((ServerState) row[1], Optional.empty()))));
    }

    /** The tags of all servers that have some, in the order of their names. */
    Uni<Map<UUID, List<String>>> tags() {
        return Sql.rows("""
                        select st.server_id, string_agg(t.name, ',' order by t.tag)
                        from server_tag st join tag t using (account_id, tag) group by st.server_id""", Map.of())
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> tags((String) row[1]))));
    }

    /** The oldest servers of an account, by their ids. */
    Uni<List<UUID>> some(UUID accountId, int max) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select server_id from server where account_id = :account order by created_at, server_id",
                                UUID.class)
                        .setParameter("account", accountId)
                        .setMaxResults(max)
                        .getResultList());
    }

    Uni<Boolean> hasGroup(UUID accountId, UUID groupId) {
        return Sql.rows(
                        "select 1, 1 from server_group where account_id = :account and group_id = :group for share",
                        Map.of("account", accountId, "group", groupId))
                .map(found -> !found.isEmpty());
    }

    Uni<Boolean> leave(UUID serverId, UUID groupId) {
        return Sql.change(
                        "update server set server_group = null where server_id = :server and server_group = :group",
                        Map.of("server", serverId, "group", groupId))
                .map(changed -> changed == 1);
    }

    Uni<Void> leaveAll(UUID groupId) {
        return Sql.execute(
                "update server set server_group = null where server_group = :group", Map.of("group", groupId));
    }

    Uni<ServerLimits.Used> used(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select sum(s.coreNumber), sum(s.memoryAmount) from Server s where s.accountId = :account",
                                Object[].class)
                        .setParameter("account", accountId)
                        .getSingleResult())
                .map(sums -> new ServerLimits.Used(((Number) sums[0]).longValue(), ((Number) sums[1]).longValue()));
    }

    Uni<List<ServerItem>> list(Caller caller, Conditions conditions, Order order, Page page) {
        var listing = new Listing(WITH_TAGS, "server", "server_id", GRANTED, conditions, order, page);
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(
                            listing.sql(caller), session.getResultSetMapping(Object[].class, Server.WITH_TAGS));
                    listing.parameters(caller).forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> rows.stream()
                        .map(row -> ((Server) row[0]).item(tags((String) row[1])))
                        .toList());
    }

    /** All, oldest first. */
    Uni<List<Server>> visibleTo(Caller caller) {
        var all = new Listing("s.*", "server", "server_id", GRANTED, new Conditions(), Order.BY_AGE, Page.ALL);
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(all.sql(caller), Server.class);
            all.parameters(caller).forEach(query::setParameter);
            return query.getResultList();
        });
    }

    /** The labels of all servers, each once. */
    Uni<List<Label>> labels(Caller caller) {
        var all = new Listing("s.labels", "server", "server_id", GRANTED, new Conditions(), Order.BY_AGE, Page.ALL);
        return Sql.rows(
                        "select distinct l.key, l.value from (" + all.sql(caller) + ") s"
                                + " cross join lateral jsonb_to_recordset(cast(s.labels as jsonb)) l(key text, value text)"
                                + " order by l.key, l.value",
                        all.parameters(caller))
                .map(rows -> rows.stream()
                        .map(row -> new Label((String) row[0], (String) row[1]))
                        .toList());
    }

    Uni<Boolean> isVisibleTo(Caller caller, UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VISIBLE, Integer.class)
                        .setParameter("account", caller.accountId())
                        .setParameter("main", caller.main())
                        .setParameter("user", caller.userId())
                        .setParameter("server", serverId)
                        .getResultList())
                .map(found -> !found.isEmpty());
    }

    private static List<String> tags(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(",", -1));
    }
}
