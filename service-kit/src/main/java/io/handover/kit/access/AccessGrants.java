package io.handover.kit.access;

import io.handover.events.permission.MemberAccessApplied;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.events.permission.UnknownPermissionEvent;
import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/**
 * What this service knows of permissions: one row for each target a member may control, in the table
 * {@code access_grant}, so that a check and a list are one query of this service's own database.
 */
@ApplicationScoped
public class AccessGrants {

    private static final String GRANT = """
            insert into access_grant (permission_id, account_id, user_id, target_type, target_identifier, storage)
            values (:permission, :account, :user, :type, :identifier, :storage)
            on conflict (user_id, target_type, target_identifier)
            do update set permission_id = excluded.permission_id, storage = excluded.storage""";

    private static final String REVOKE = """
            delete from access_grant
            where user_id = :user and target_type = :type and target_identifier = :identifier""";

    private static final String DROP_TAG = """
            delete from access_grant
            where account_id = :account and target_type = 'tag_access' and target_identifier = :tag""";

    private static final String ON_TAG = """
            select count(*) from access_grant
            where account_id = :account and target_type = 'tag_access' and target_identifier = :tag""";

    AccessGrants() {}

    /**
     * An SQL condition: the member {@code :user} may control the server whose id is in a column, such as
     * {@code s.server_id}. Needs a table {@code server_tag (server_id, tag)} with tags in lower case.
     */
    public static String mayControlServer(String column) {
        return """
                (exists (select from access_grant g where g.user_id = :user
                           and g.target_type = 'server' and g.target_identifier in ('*', cast(%1$s as text)))
                 or exists (select from server_tag t join access_grant g on g.user_id = :user
                              and g.target_type = 'tag_access' and g.target_identifier in ('*', t.tag)
                            where t.server_id = %1$s))""".formatted(column);
    }

    /** Applies what permission-service says; inside the caller's transaction. */
    public Uni<Void> apply(PermissionEvent event) {
        return switch (event) {
            case PermissionGranted granted -> grant(granted);
            case PermissionRevoked revoked -> revoke(revoked);
            case MemberAccessApplied ignored -> Uni.createFrom().voidItem();
            case UnknownPermissionEvent ignored -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> grant(PermissionGranted granted) {
        return grant(
                granted.permissionId(),
                granted.accountId(),
                granted.userId(),
                granted.targetType(),
                granted.targetIdentifier(),
                granted.storage());
    }

    /** Grants at once what permission-service will confirm: a member controls what it has just made. */
    public Uni<Void> grant(
            UUID permissionId, UUID accountId, UUID userId, String targetType, String identifier, boolean storage) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GRANT)
                        .setParameter("permission", permissionId)
                        .setParameter("account", accountId)
                        .setParameter("user", userId)
                        .setParameter("type", targetType)
                        .setParameter("identifier", identifier)
                        .setParameter("storage", storage)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether any member is known to have been granted exactly this tag. */
    public Uni<Boolean> hasGrantsOnTag(UUID accountId, String tag) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ON_TAG, Long.class)
                        .setParameter("account", accountId)
                        .setParameter("tag", tag)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** Drops at once the grants on a tag that is gone, which permission-service will confirm. */
    public Uni<Void> dropTag(UUID accountId, String tag) {
        return Sql.execute(DROP_TAG, Map.of("account", accountId, "tag", tag));
    }

    /** Drops every grant of an account that is closed. */
    public Uni<Void> dropAccount(UUID accountId) {
        return Sql.execute("delete from access_grant where account_id = :account", Map.of("account", accountId));
    }

    private static Uni<Void> revoke(PermissionRevoked revoked) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REVOKE)
                        .setParameter("user", revoked.userId())
                        .setParameter("type", revoked.targetType())
                        .setParameter("identifier", revoked.targetIdentifier())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
