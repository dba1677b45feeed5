package io.handover.permission.target;

import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be controlled, of all accounts: which servers, storages and tags there are, and which belong together. */
@ApplicationScoped
public class Targets {

    private static final String ADD = """
            insert into target (account_id, target_type, target_identifier, created_by, gone)
            values (:account, :type, :identifier, cast(nullif(:creator, '') as uuid), false) on conflict do nothing""";

    private static final String LOSE = """
            update target set gone = true
            where account_id = :account and target_type = :type and target_identifier = :identifier""";

    private static final String FORGET_TAG = """
            delete from target
            where account_id = :account and target_type = 'tag_access' and target_identifier = :tag""";

    /** Tags of different accounts may share a name; ids are unique. */
    private static final String KNOWN = """
            select target_type, target_identifier, gone or account_id <> :account from target
            where target_type = any(:types) and target_identifier = any(:identifiers)
              and (target_type <> 'tag_access' or account_id = :account)""";

    private static final String MADE_BY = """
            select target_type, target_identifier from target
            where account_id = :account and created_by = :creator and not gone
            order by target_type, target_identifier""";

    private static final String TAG_SERVER = """
            insert into server_tag (server_id, account_id, tag) values (:server, :account, :tag)
            on conflict do nothing""";

    private static final String RETAG = """
            insert into server_tag (server_id, account_id, tag)
            select server_id, account_id, :to from server_tag where account_id = :account and tag = :from
            on conflict do nothing""";

    private static final String ATTACH = """
            insert into storage_attachment (storage_id, server_id, account_id) values (:storage, :server, :account)
            on conflict do nothing""";

    private static final String TAGS = """
            select tag from server_tag where account_id = :account and server_id = :server order by tag""";

    private static final String SERVERS_WITH = """
            select a.server_id, t.tag from storage_attachment a left join server_tag t on t.server_id = a.server_id
            where a.account_id = :account and a.storage_id = :storage order by a.server_id, t.tag""";

    Targets() {}

    /** A server or a storage exists. */
    public Uni<Void> add(UUID accountId, Target target, UUID createdBy) {
        return add(accountId, target, createdBy.toString());
    }

    /** A tag exists. */
    public Uni<Void> addTag(UUID accountId, String tag) {
        return add(accountId, Target.tag(tag), "");
    }

    private static Uni<Void> add(UUID accountId, Target target, String creator) {
        return Sql.execute(
                ADD,
                Map.of(
                        "account",
                        accountId,
                        "type",
                        target.type().wire(),
                        "identifier",
                        target.identifier(),
                        "creator",
                        creator));
    }

    /** A server is gone for ever, with its tags; its storages are no server's any more. */
    public Uni<Void> loseServer(UUID accountId, UUID serverId) {
        Map<String, Object> ofServer = Map.of("server", serverId);
        return lose(accountId, Target.server(serverId))
                .chain(() -> Sql.execute("delete from server_tag where server_id = :server", ofServer))
                .chain(() -> Sql.execute("delete from storage_attachment where server_id = :server", ofServer));
    }

    /** A storage is gone for ever. */
    public Uni<Void> loseStorage(UUID accountId, UUID storageId) {
        return lose(accountId, Target.storage(storageId))
                .chain(() -> Sql.execute(
                        "delete from storage_attachment where storage_id = :storage", Map.of("storage", storageId)));
    }

    private static Uni<Void> lose(UUID accountId, Target target) {
        return Sql.execute(
                LOSE, Map.of("account", accountId, "type", target.type().wire(), "identifier", target.identifier()));
    }

    /** A tag is gone, from every server too. */
    public Uni<Void> forgetTag(UUID accountId, String tag) {
        Map<String, Object> ofTag = Map.of("account", accountId, "tag", tag);
        return Sql.execute(FORGET_TAG, ofTag)
                .chain(() -> Sql.execute("delete from server_tag where account_id = :account and tag = :tag", ofTag));
    }

    /** A tag goes by another name, on every server too. */
    public Uni<Void> renameTag(UUID accountId, String from, String to) {
        return addTag(accountId, to)
                .chain(() -> Sql.execute(RETAG, Map.of("account", accountId, "from", from, "to", to)))
                .chain(() -> forgetTag(accountId, from));
    }

    /** Nothing is known of an account's targets any more. */
    public Uni<Void> forgetAll(UUID accountId) {
        return Sql.each(
                List.of("target", "server_tag", "storage_attachment"),
                table -> Sql.execute(
                        "delete from " + table + " where account_id = :account", Map.of("account", accountId)));
    }

    /** A server carries a tag. */
    public Uni<Void> tag(UUID accountId, UUID serverId, String tag) {
        return Sql.execute(TAG_SERVER, Map.of("server", serverId, "account", accountId, "tag", tag));
    }

    /** A server no longer carries a tag. */
    public Uni<Void> untag(UUID serverId, String tag) {
        return Sql.execute(
                "delete from server_tag where server_id = :server and tag = :tag",
                Map.of("server", serverId, "tag", tag));
    }

    /** A server has a storage. */
    public Uni<Void> attach(UUID accountId, UUID storageId, UUID serverId) {
        return Sql.execute(ATTACH, Map.of("storage", storageId, "server", serverId, "account", accountId));
    }

    /** A server no longer has a storage. */
    public Uni<Void> detach(UUID storageId, UUID serverId) {
        return Sql.execute(
                "delete from storage_attachment where storage_id = :storage and server_id = :server",
                Map.of("storage", storageId, "server", serverId));
    }

    /** The servers that have a storage, with their tags in lower case. */
    public Uni<Map<Target, List<String>>> serversWith(UUID accountId, Target storage) {
        return Sql.rows(SERVERS_WITH, Map.of("account", accountId, "storage", UUID.fromString(storage.identifier())))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> Target.server((UUID) row[0]),
                                LinkedHashMap::new,
                                Collectors.flatMapping(
                                        row -> Stream.ofNullable((String) row[1]), Collectors.toList()))));
    }

    /** The tags of a server, in lower case. */
    public Uni<List<String>> tagsOf(UUID accountId, Target server) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAGS, String.class)
                        .setParameter("account", accountId)
                        .setParameter("server", UUID.fromString(server.identifier()))
                        .getResultList());
    }

    /** What a member has made, and what still exists of it. */
    public Uni<List<Target>> madeBy(UUID accountId, UUID memberId) {
        return Sql.rows(MADE_BY, Map.of("account", accountId, "creator", memberId))
                .map(rows -> rows.stream().map(Targets::target).toList());
    }

    /** What is known of one target. */
    public Uni<Standing> standing(UUID accountId, Target target) {
        return standings(accountId, List.of(target)).map(standings -> standings.getOrDefault(target, Standing.UNHEARD));
    }

    /** What is known of each of several targets. */
    public Uni<Map<Target, Standing>> standings(UUID accountId, Collection<Target> targets) {
        Map<String, Object> wanted = Map.of(
                "account",
                accountId,
                "types",
                targets.stream().map(target -> target.type().wire()).distinct().toArray(String[]::new),
                "identifiers",
                targets.stream().map(Target::identifier).distinct().toArray(String[]::new));
        return Sql.rows(KNOWN, wanted).map(rows -> standings(targets, rows));
    }

    private static Map<Target, Standing> standings(Collection<Target> targets, List<Object[]> rows) {
        Map<Target, Standing> standings = new HashMap<>();
        targets.forEach(target -> standings.put(target, target.isAll() ? Standing.PRESENT : Standing.UNHEARD));
        rows.forEach(row -> standings.replace(target(row), (boolean) row[2] ? Standing.LOST : Standing.PRESENT));
        return Map.copyOf(standings);
    }

    private static Target target(Object[] row) {
        return new Target(TargetType.find((String) row[0]).orElseThrow(), (String) row[1]);
    }
}
