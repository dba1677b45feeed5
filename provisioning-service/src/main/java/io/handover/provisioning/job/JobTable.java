package io.handover.provisioning.job;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * The jobs in the database. Its clock decides what is due, so that replicas need not agree on the time; a lease tells
 * who works on a job, and who lost it changes nothing any more.
 */
@ApplicationScoped
class JobTable {

    private static final String TAKE = """
            update job set lease_until = now() + $1 * interval '1 millisecond', attempts = attempts + 1
            where job_id = (select job_id from job where due_at <= now() and (lease_until is null or lease_until < now())
                            order by due_at limit 1 for update skip locked)
            returning job_id, kind, subject_id, asked, attempts, lease_until, traceparent""";

    private static final String DELETE_UNLESS_ASKED_AGAIN =
            "delete from job where job_id = $1 and lease_until = $2 and asked = $3";

    private static final String ADVANCE =
            "update job set lease_until = null, due_at = now(), attempts = 0 where job_id = $1 and lease_until = $2";

    private static final String DELAY = """
            update job set lease_until = null, due_at = now() + $3 * interval '1 millisecond'
            where job_id = $1 and lease_until = $2""";

    private final Pool pool;

    JobTable(Pool pool) {
        this.pool = pool;
    }

    /** Takes up the job that has been due for longest, if one is. */
    Uni<Optional<Job>> take(Duration lease) {
        return pool.preparedQuery(TAKE).execute(Tuple.of(lease.toMillis())).map(JobTable::first);
    }

    /** Ends a job; one that was put down again meanwhile begins again. */
    Uni<Void> end(Job job) {
        return execute(DELETE_UNLESS_ASKED_AGAIN, Tuple.of(job.jobId(), job.leaseUntil(), job.asked()))
                .chain(() -> advance(job));
    }

    Uni<Void> advance(Job job) {
        return execute(ADVANCE, Tuple.of(job.jobId(), job.leaseUntil()));
    }

    Uni<Void> delay(Job job, Duration pause) {
        return execute(DELAY, Tuple.of(job.jobId(), job.leaseUntil(), pause.toMillis()));
    }

    private Uni<Void> execute(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private static Optional<Job> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(job(row.next())) : Optional.empty();
    }

    private static Job job(Row row) {
        return new Job(
                row.getUUID("job_id"),
                row.getString("kind"),
                row.getUUID("subject_id"),
                row.getInteger("asked"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("lease_until"),
                Optional.ofNullable(row.getString("traceparent")));
    }
}
