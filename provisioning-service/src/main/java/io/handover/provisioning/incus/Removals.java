package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeRefused;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Remembers which machines and disks were removed, which Incus does not: they are not made again by who was held up.
 * For a week, which is longer than anybody is.
 */
@ApplicationScoped
class Removals {

    private static final String ADD = """
            with forgotten as (delete from removal where removed_at < now() - interval '7 days')
            insert into removal (removed_id) values ($1) on conflict do nothing""";

    private static final String FIND = "select 1 from removal where removed_id = $1";

    private final Pool pool;

    Removals(Pool pool) {
        this.pool = pool;
    }

    /** It is gone for good; said before it is removed. */
    Uni<Void> add(UUID id) {
        return pool.preparedQuery(ADD).execute(Tuple.of(id)).replaceWithVoid();
    }

    Uni<Boolean> has(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> rows.size() > 0);
    }

    /** Refuses to make what was removed. */
    Uni<Void> refuse(UUID id) {
        return has(id).invoke(removed -> {
                    if (removed) {
                        throw new ComputeRefused(id + " was removed, and is not made again");
                    }
                })
                .replaceWithVoid();
    }
}
