package io.handover.identity.closing;

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
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What accounts own at provisioning-service, in the table {@code holding}. */
@ApplicationScoped
class Holdings {

    /** As many as a refusal names. */
    private static final int SOME = 10;

    private static final String GAIN = """
            insert into holding (holding_id, account_id, kind) values (:holding, :account, :kind)
            on conflict do nothing""";

    private static final String LIST = """
            select kind, cast(holding_id as text) from holding
            where account_id = :account order by kind, holding_id limit\s""" + (SOME + 1);

    /** Applies what provisioning-service says; inside the caller's transaction. */
    Uni<Void> apply(ServerEvent event) {
        return switch (event) {
            case ServerRequested it -> gain(it.accountId(), "server", it.serverId());
            case StorageCreated it -> gain(it.accountId(), "storage", it.storageId());
            case ServerDeleted it -> lose(it.serverId());
            case StorageDeleted it -> lose(it.storageId());
            case ServerDeployed ignored -> nothing();
            case ServerDeploymentFailed ignored -> nothing();
            case ServerStarted ignored -> nothing();
            case ServerStopped ignored -> nothing();
            case ServerTagged ignored -> nothing();
            case ServerUntagged ignored -> nothing();
            case StorageAttached ignored -> nothing();
            case StorageDetached ignored -> nothing();
            case TagCreated ignored -> nothing();
            case TagRenamed ignored -> nothing();
            case TagDeleted ignored -> nothing();
            case UnknownServerEvent ignored -> nothing();
        };
    }

    /** Some of what an account has, each as {@code server <id>}; the last is {@code more} when there is more. */
    Uni<List<String>> some(UUID accountId) {
        return Sql.rows(LIST, Map.of("account", accountId)).map(rows -> {
            var some = rows.stream().limit(SOME).map(row -> row[0] + " " + row[1]);
            return (rows.size() > SOME ? Stream.concat(some, Stream.of("more")) : some).toList();
        });
    }

    Uni<Void> forget(UUID accountId) {
        return Sql.execute("delete from holding where account_id = :account", Map.of("account", accountId));
    }

    private static Uni<Void> gain(UUID accountId, String kind, UUID holding) {
        return Sql.execute(GAIN, Map.of("holding", holding, "account", accountId, "kind", kind));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> lose(UUID holding) {
        return Sql.execute("delete from holding where holding_id = :holding", Map.of("holding", holding));
    }
}
