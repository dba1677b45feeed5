package io.handover.notification.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the trail page by page. A page is one look into an index, wherever in the trail it begins. */
@ApplicationScoped
class AuditRepository {

    /** What an export holds in memory at most. */
    static final int PAGE_MAX = 500;

    private static final String PAGE_AFTER = """
            select * from audit_line
            where account_id = $1 and (occurred_at, event_id) > ($2, $3)
            order by occurred_at, event_id limit\s""" + PAGE_MAX;

    private final Pool pool;

    AuditRepository(Pool pool) {
        this.pool = pool;
    }

    /** The lines of an account that come next, oldest first; fewer than {@link #PAGE_MAX} at the end. */
    Uni<List<AuditLine>> pageAfter(UUID account, Place place) {
        return pool.preparedQuery(PAGE_AFTER)
                .execute(Tuple.of(account, place.time().atOffset(ZoneOffset.UTC), place.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(AuditLine::of)
                        .toList());
    }

    /** A place in the order of the trail. */
    record Place(Instant time, UUID id) {

        static final Place BEFORE_ALL = new Place(Instant.EPOCH, new UUID(0, 0));

        static Place of(AuditLine line) {
            return new Place(line.time(), line.id());
        }
    }
}
