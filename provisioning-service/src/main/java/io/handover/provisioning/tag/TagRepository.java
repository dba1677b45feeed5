package io.handover.provisioning.tag;

import io.handover.kit.access.AccessGrants;
import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class TagRepository {

    private static final String VISIBLE = """
            select t.tag, t.name, t.description, st.server_id from tag t
            left join server_tag st on st.account_id = t.account_id and st.tag = t.tag and (:main or %s)
            where t.account_id = :account and (:tag = '' or t.tag = :tag)
              and (:main or st.server_id is not null or exists (
                    select 1 from access_grant g where g.user_id = :user and g.target_type = 'tag_access'
                      and g.target_identifier in ('*', t.tag)))
            order by t.tag, st.server_id""".formatted(AccessGrants.mayControlServer("st.server_id"));

    private static final String CARRYING = """
            select server_id from server_tag where account_id = :account and tag = any(:tags)
            group by server_id having count(*) >= :least""";

    /** The tags a caller may see; all, or the one with a key. */
    Uni<List<TagView>> visibleTo(Caller caller, String key) {
        return Sql.rows(
                        VISIBLE,
                        Map.of(
                                "account",
                                caller.accountId(),
                                "main",
                                caller.main(),
                                "user",
                                caller.userId(),
                                "tag",
                                key))
                .map(TagRepository::views);
    }

    Uni<Optional<String>> nameOf(UUID accountId, String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select name from tag where account_id = :account and tag = :tag", String.class)
                        .setParameter("account", accountId)
                        .setParameter("tag", key)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<Long> count(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from tag where account_id = :account", Long.class)
                        .setParameter("account", accountId)
                        .getSingleResult());
    }

    /** False when the tag exists already. */
    Uni<Boolean> insert(UUID accountId, TagName name, String description) {
        return Sql.change(
                        """
                        insert into tag (account_id, tag, name, description)
                        values (:account, :tag, :name, :description) on conflict do nothing""",
                        Map.of(
                                "account",
                                accountId,
                                "tag",
                                name.key(),
                                "name",
                                name.written(),
                                "description",
                                description))
                .map(inserted -> inserted == 1);
    }

    Uni<Integer> describe(UUID accountId, TagName name, String description) {
        return Sql.change(
                "update tag set description = :description where account_id = :account and tag = :tag",
                Map.of("account", accountId, "tag", name.key(), "description", description));
    }

    Uni<Integer> delete(UUID accountId, String key) {
        return Sql.change(
                "delete from tag where account_id = :account and tag = :tag", Map.of("account", accountId, "tag", key));
    }

    /** False when the server carries the tag already. */
    Uni<Boolean> tag(UUID accountId, UUID serverId, String key) {
        return Sql.change("""
                        insert into server_tag (server_id, account_id, tag) values (:server, :account, :tag)
                        on conflict do nothing""", Map.of("server", serverId, "account", accountId, "tag", key))
                .map(inserted -> inserted == 1);
    }

    /** False when the server did not carry the tag. */
    Uni<Boolean> untag(UUID serverId, String key) {
        return Sql.change(
                        "delete from server_tag where server_id = :server and tag = :tag",
                        Map.of("server", serverId, "tag", key))
                .map(deleted -> deleted == 1);
    }

    Uni<Integer> clear(UUID serverId) {
        return Sql.change("delete from server_tag where server_id = :server", Map.of("server", serverId));
    }

    Uni<List<UUID>> serversWith(UUID accountId, String key) {
        return carrying(accountId, List.of(key), 1);
    }

    /** Servers that carry at least a number of the tags. */
    Uni<List<UUID>> carrying(UUID accountId, List<String> keys, int least) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CARRYING, UUID.class)
                        .setParameter("account", accountId)
                        .setParameter("tags", keys.toArray(String[]::new))
                        .setParameter("least", least)
                        .getResultList());
    }

    Uni<Long> countServers(UUID accountId, List<UUID> serverIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from server where account_id = :account and server_id = any(:servers)",
                                Long.class)
                        .setParameter("account", accountId)
                        .setParameter("servers", serverIds.toArray(UUID[]::new))
                        .getSingleResult());
    }

    Uni<Map<UUID, List<String>>> namesOf(List<UUID> serverIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select st.server_id, t.name from server_tag st join tag t using (account_id, tag)
                                where st.server_id = any(:servers) order by t.tag""", Object[].class)
                        .setParameter("servers", serverIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(row -> (String) row[1], Collectors.toList()))));
    }

    private static List<TagView> views(List<Object[]> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> (String) row[0], LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ofTag -> TagView.of(
                        (String) ofTag.getFirst()[1],
                        (String) ofTag.getFirst()[2],
                        ofTag.stream()
                                .filter(row -> row[3] != null)
                                .map(row -> (UUID) row[3])
                                .toList()))
                .toList();
    }
}
