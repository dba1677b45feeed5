package io.handover.notification.server;

import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.events.provisioning.StorageDetached;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.events.provisioning.UnknownServerEvent;
import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What this service knows of servers, in the tables {@code server_fate} and {@code server_tag}. */
@ApplicationScoped
public class Servers {

    private static final String RUNS = """
            insert into server_fate (server_id) values (:server) on conflict do nothing""";

    /** A server that is gone stays gone, whatever else is heard of it. */
    private static final String GOES = """
            insert into server_fate (server_id, gone_because) values (:server, :reason)
            on conflict (server_id) do update set gone_because = excluded.gone_because
            where server_fate.gone_because is null""";

    private static final String FATE = """
            select coalesce(gone_because, '') from server_fate where server_id = :server""";

    private static final String GONE = """
            select server_id from server_fate where server_id = any(:servers) and gone_because is not null""";

    private static final String TAG = """
            insert into server_tag (server_id, account_id, tag) values (:server, :account, :tag)
            on conflict do nothing""";

    private static final String UNTAG = "delete from server_tag where server_id = :server and tag = :tag";
    private static final String UNTAG_ALL = "delete from server_tag where server_id = :server";
    private static final String RETAG = """
            insert into server_tag (server_id, account_id, tag)
            select server_id, account_id, :to from server_tag where account_id = :account and tag = :from
            on conflict do nothing""";

    private static final String DROP_TAG = "delete from server_tag where account_id = :account and tag = :tag";

    Servers() {}

    /** Applies what provisioning says; inside the caller's transaction. */
    public Uni<Void> apply(ServerEvent event) {
        return switch (event) {
            case ServerDeployed deployed -> Sql.execute(RUNS, Map.of("server", deployed.serverId()));
            case ServerDeploymentFailed failed ->
                gone(failed.serverId(), "the server could not be deployed: " + failed.reason());
            case ServerDeleted deleted ->
                gone(deleted.serverId(), "the server was deleted")
                        .chain(() -> Sql.execute(UNTAG_ALL, Map.of("server", deleted.serverId())));
            case ServerTagged tagged ->
                Sql.execute(
                        TAG, Map.of("server", tagged.serverId(), "account", tagged.accountId(), "tag", tagged.tag()));
            case ServerUntagged untagged ->
                Sql.execute(UNTAG, Map.of("server", untagged.serverId(), "tag", untagged.tag()));
            case TagRenamed renamed -> rename(renamed);
            case TagDeleted deleted -> dropTag(deleted.accountId(), deleted.tag());
            case ServerRequested ignored -> nothing();
            case ServerStarted ignored -> nothing();
            case ServerStopped ignored -> nothing();
            case StorageCreated ignored -> nothing();
            case StorageDeleted ignored -> nothing();
            case StorageAttached ignored -> nothing();
            case StorageDetached ignored -> nothing();
            case TagCreated ignored -> nothing();
            case UnknownServerEvent ignored -> nothing();
        };
    }

    /** The tags of an account's servers go; of the servers nothing but ids is left. */
    public Uni<Void> forget(UUID accountId) {
        return Sql.execute("delete from server_tag where account_id = :account", Map.of("account", accountId));
    }

    /** What has become of a server; inside the caller's session. */
    public Uni<ServerFate> fateOf(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FATE, String.class)
                        .setParameter("server", serverId)
                        .getSingleResultOrNull())
                .map(reason -> {
                    if (reason == null) {
                        return new ServerFate.Unknown();
                    }
                    return reason.isEmpty() ? new ServerFate.Running() : new ServerFate.Gone(reason);
                });
    }

    /** Those of some servers that never came, or were deleted; inside the caller's session. */
    public Uni<Set<UUID>> gone(Set<UUID> serverIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(GONE, UUID.class)
                        .setParameter("servers", serverIds.toArray(UUID[]::new))
                        .getResultList())
                .map(Set::copyOf);
    }

    /** The servers only: permission-service tells what becomes of permissions. */
    private static Uni<Void> rename(TagRenamed renamed) {
        Map<String, Object> names = Map.of("account", renamed.accountId(), "from", renamed.from(), "to", renamed.to());
        return Sql.execute(RETAG, names).chain(() -> dropTag(renamed.accountId(), renamed.from()));
    }

    private static Uni<Void> dropTag(UUID accountId, String tag) {
        return Sql.execute(DROP_TAG, Map.of("account", accountId, "tag", tag));
    }

    private static Uni<Void> gone(UUID serverId, String reason) {
        return Sql.execute(GOES, Map.of("server", serverId, "reason", reason));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
