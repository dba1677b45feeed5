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

    /** Keeps a tag as it is until the transaction ends, for a change of it; empty when there is none. */
    Uni<Optional<Tag>> lock(UUID accountId, String key) {
        return Sql.rows("""
                        select name, description from tag
                        where account_id = :account and tag = :tag for update""", Map.of("account", accountId, "tag", key))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Tag(TagName.sought((String) row[0]), (String) row[1])));
    }

    /** Which of some tags exist, and will until the transaction ends. */
    Uni<List<String>> hold(UUID accountId, List<String> keys) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select tag from tag where account_id = :account and tag = any(:tags)
                                order by tag for key share""", String.class)
                        .setParameter("account", accountId)
                        .setParameter("tags", keys.toArray(String[]::new))
                        .getResultList());
    }

    Uni<Long> count(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from tag where account_id = :account", Long.class)
                        .setParameter("account", accountId)
                        .getSingleResult());
    }

    /** False when the tag exists already. */
    Uni<Boolean> insert(UUID accountId, Tag tag) {
        return Sql.change("""
                        insert into tag (account_id, tag, name, description)
                        values (:account, :tag, :name, :description) on conflict do nothing""", row(accountId, tag)).map(inserted -> inserted == 1);
    }

    /** Its description and the capitals of its name. */
    Uni<Integer> update(UUID accountId, Tag tag) {
        return Sql.change("""
                update tag set name = :name, description = :description
                where account_id = :account and tag = :tag""", row(accountId, tag));
    }

    /** The servers that carry one tag carry another one instead. */
    Uni<Integer> retag(UUID accountId, String from, String to) {
        return Sql.change(
                "update server_tag set tag = :to where account_id = :account and tag = :from",
                Map.of("account", accountId, "from", from, "to", to));
    }

    Uni<Integer> delete(UUID accountId, String key) {
        return Sql.change(
                "delete from tag where account_id = :account and tag = :tag", Map.of("account", accountId, "tag", key));
    }

    /** Tells which there were. */
    Uni<List<String>> deleteAll(UUID accountId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from tag where account_id = :account returning tag", String.class)
                        .setParameter("account", accountId)
                        .getResultList());
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

    /** Takes a tag from all servers, and tells from which. */
    Uni<List<UUID>> untagAll(UUID accountId, String key) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                delete from server_tag where account_id = :account and tag = :tag
                                returning server_id""", UUID.class)
                        .setParameter("account", accountId)
                        .setParameter("tag", key)
                        .getResultList());
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

    /** Which of some servers exist, held as tagging one of them does until the transaction ends. */
    Uni<List<UUID>> holdServers(UUID accountId, List<UUID> serverIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select server_id from server where account_id = :account and server_id = any(:servers)
                                order by server_id for share""", UUID.class)
                        .setParameter("account", accountId)
                        .setParameter("servers", serverIds.toArray(UUID[]::new))
                        .getResultList());
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

    private static Map<String, Object> row(UUID accountId, Tag tag) {
        return Map.of(
                "account",
                accountId,
                "tag",
                tag.name().key(),
                "name",
                tag.name().written(),
                "description",
                tag.description());
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
