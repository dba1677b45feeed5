package io.handover.notification.audit;

import io.handover.events.audit.AuditLine;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the trail page by page. A page is one look into an index, wherever in the trail it begins. */
@ApplicationScoped
class AuditRepository {

    /** What an export holds in memory at most. */
    static final int PAGE_MAX = 500;

    private static final String HEAD = """
            select size, encode(hash, 'hex') hash, checkpoint from audit_chain where account_id = $1""";

    private static final String PAGE_AFTER = """
            select l.*, encode(hash, 'hex') hex from audit_line l
            where account_id = $1 and sequence > $2 and sequence <= $3
            order by sequence limit\s""" + PAGE_MAX;

    private final Pool pool;

    AuditRepository(Pool pool) {
        this.pool = pool;
    }

    /** Where the trail of an account ends now. */
    Uni<ChainHead> head(UUID account) {
        return pool.preparedQuery(HEAD)
                .execute(Tuple.of(account))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new ChainHead(
                                account, row.getLong("size"), row.getString("hash"), row.getString("checkpoint")))
                        .orElseGet(() -> ChainHead.before(account)));
    }

    /** The lines up to a head that come next after a number; fewer than {@link #PAGE_MAX} at the end. */
    Uni<List<AuditLine>> pageAfter(long sequence, ChainHead head) {
        return pool.preparedQuery(PAGE_AFTER)
                .execute(Tuple.of(head.account(), sequence, head.size()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> line(row, head))
                        .toList());
    }

    private static AuditLine line(Row row, ChainHead head) {
        long sequence = row.getLong("sequence");
        String checkpoint = sequence == head.size() ? head.checkpoint() : null;
        var facts = Facts.of(
                Facts.asStored(row.getOffsetDateTime("occurred_at").toInstant()),
                row.getString("actor"),
                text(row.getUUID("actor_token")),
                row.getString("client_address"),
                row.getString("action"),
                row.getString("target_type"),
                row.getString("target_id"),
                row.getString("target_name"),
                row.getBoolean("success") ? "success" : "failure",
                row.getString("detail"),
                text(row.getUUID("event_id")),
                text(row.getUUID("account_id")));
        return new AuditLine(facts, sequence, row.getString("hex"), checkpoint);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return Objects.toString(id, null);
    }
}
