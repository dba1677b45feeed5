package io.handover.provisioning.server;

import io.handover.provisioning.compute.Inventory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reports what the back end has and no server or storage owns, in the log and as the metric
 * {@code handover_compute_unowned}. It is never removed: an operator decides what it is.
 */
@Singleton
class Unowned {

    /** What a job is to remove still is not meant. */
    private static final String FIND = """
            select id from unnest($1::uuid[]) as has(id)
            where not exists (select from server where server_id = id)
            and not exists (select from storage where storage_id = id)
            and not exists (select from job where subject_id = id)""";

    private final Pool pool;
    private volatile Set<UUID> suspects = Set.of();
    private volatile Set<UUID> reported = Set.of();

    Unowned(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        Gauge.builder("handover.compute.unowned", () -> reported.size())
                .description("machines and disks at the back end that no server or storage owns")
                .register(meters);
    }

    /** Reports what was found twice in a row: what is being removed meanwhile is not there the next time. */
    Uni<Void> report(Inventory inventory) {
        var all = new HashSet<>(inventory.machines().keySet());
        all.addAll(inventory.disks());
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(all.toArray(UUID[]::new)))
                .invoke(rows -> suspect(StreamSupport.stream(rows.spliterator(), false)
                        .map(Unowned::id)
                        .collect(Collectors.toSet())))
                .replaceWithVoid();
    }

    private synchronized void suspect(Set<UUID> found) {
        Set<UUID> again = new HashSet<>(found);
        again.retainAll(suspects);
        again.stream()
                .filter(id -> !reported.contains(id))
                .forEach(id -> Log.warnf("machine or disk that nobody owns id=%s", id));
        suspects = found;
        reported = again;
    }

    private static UUID id(Row row) {
        return row.getUUID("id");
    }
}
