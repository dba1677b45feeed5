package io.handover.provisioning.job;

import io.handover.provisioning.job.Progress.Again;
import io.handover.provisioning.job.Progress.Done;
import io.handover.provisioning.job.Progress.Next;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes up work that is due, several pieces at a time, each by one replica only: a lease says that somebody works on
 * it, and whoever dies loses it.
 */
@ApplicationScoped
class JobRunner {

    private static final int PARALLEL_MAX = 16;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final String TAKE = """
            update job set lease_until = $2, attempts = attempts + 1
            where job_id = (select job_id from job where due_at <= $1 and (lease_until is null or lease_until < $1)
                            order by due_at limit 1 for update skip locked)
            returning job_id, kind, subject_id, attempts""";
    private static final String DELETE = "delete from job where job_id = $1";
    private static final String DELAY = "update job set lease_until = null, due_at = $2 where job_id = $1";
    private static final String ADVANCE =
            "update job set lease_until = null, due_at = $2, attempts = 0 where job_id = $1";

    private final Vertx vertx;
    private final Pool pool;
    private final Instance<JobHandler> handlers;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean stopped;

    JobRunner(Vertx vertx, Pool pool, @Any Instance<JobHandler> handlers, Clock clock) {
        this.vertx = vertx;
        this.pool = pool;
        this.handlers = handlers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    void wake() {
        if (stopped) {
            return;
        }
        if (running.incrementAndGet() > PARALLEL_MAX) {
            running.decrementAndGet();
            return;
        }
        VertxContextSupport.subscribe(
                this::takeOne, subscribed -> subscribed.with(this::ended, failure -> {
                    Log.warnf("jobs wait: error=%s", failure.getMessage());
                    ended(false);
                }));
    }

    private void ended(boolean maybeMore) {
        running.decrementAndGet();
        if (maybeMore) {
            wake();
        }
    }

    /** True when there was something to do: there may be more. */
    private Uni<Boolean> takeOne() {
        Instant now = clock.instant();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(at(now), at(now.plus(LEASE))))
                .map(JobRunner::first)
                .invoke(taken -> taken.ifPresent(job -> wake()))
                .chain(taken -> taken.map(job -> work(job).replaceWith(true))
                        .orElse(Uni.createFrom().item(false)));
    }

    private Uni<Void> work(Job job) {
        return handler(job)
                .work(job)
                .onFailure()
                .invoke(failure -> Log.warnf(
                        "job will be tried again kind=%s subjectId=%s attempts=%d error=%s",
                        job.kind(), job.subjectId(), job.attempts(), failure))
                .onFailure()
                .recoverWithItem(new Again(pause(job.attempts())))
                .chain(progress -> settle(job, progress));
    }

    private Uni<Void> settle(Job job, Progress progress) {
        Instant now = clock.instant();
        return switch (progress) {
            case Done() -> execute(DELETE, Tuple.of(job.jobId()));
            case Next() -> execute(ADVANCE, Tuple.of(job.jobId(), at(now)));
            case Again(Duration after) -> execute(DELAY, Tuple.of(job.jobId(), at(now.plus(after))));
        };
    }

    private Uni<Void> execute(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private JobHandler handler(Job job) {
        return handlers.stream()
                .filter(handler -> handler.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody does jobs of kind " + job.kind()));
    }

    /** 0.2 s, 0.4 s, 0.8 s ... 30 s. */
    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static Optional<Job> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(job(row.next())) : Optional.empty();
    }

    private static Job job(Row row) {
        return new Job(
                row.getUUID("job_id"), row.getString("kind"), row.getUUID("subject_id"), row.getInteger("attempts"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
