package io.handover.provisioning.job;

import io.handover.provisioning.job.Progress.Again;
import io.handover.provisioning.job.Progress.Done;
import io.handover.provisioning.job.Progress.Later;
import io.handover.provisioning.job.Progress.Next;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;

/**
 * Takes up work that is due, several pieces at a time, each by one replica only: a lease says that somebody works on
 * it, and whoever dies loses it.
 */
@ApplicationScoped
class JobRunner {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final JobTable jobs;
    private final Instance<JobHandler> handlers;
    private final Duration lease;
    private final Semaphore free;
    private volatile boolean stopped;

    JobRunner(Vertx vertx, JobTable jobs, @Any Instance<JobHandler> handlers, JobConfig config) {
        this.vertx = vertx;
        this.jobs = jobs;
        this.handlers = handlers;
        this.lease = config.lease();
        this.free = new Semaphore(config.parallel());
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks for work, on a context of its own: sessions of Hibernate Reactive belong to one. */
    void wake() {
        if (stopped || !free.tryAcquire()) {
            return;
        }
        Context context = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                ignored -> takeOne(new OwnContext(context)).subscribe().with(this::ended, this::failed));
    }

    private void ended(boolean maybeMore) {
        free.release();
        if (maybeMore) {
            wake();
        }
    }

    private void failed(Throwable failure) {
        free.release();
        if (!stopped) {
            Log.warnf("jobs wait: error=%s", failure.getMessage());
        }
    }

    /** True when there was something to do: there may be more. */
    private Uni<Boolean> takeOne(OwnContext own) {
        return own.keep(jobs.take(lease))
                .invoke(taken -> taken.ifPresent(job -> wake()))
                .chain(taken -> taken.map(job -> work(job, own).replaceWith(true))
                        .orElse(Uni.createFrom().item(false)));
    }

    private Uni<Void> work(Job job, OwnContext own) {
        return Uni.createFrom()
                .deferred(() -> handler(job).work(job, own))
                .ifNoItem()
                .after(lease)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> failed(job, failure))
                .chain(progress -> settle(job, progress));
    }

    private static Progress failed(Job job, Throwable failure) {
        Log.warnf(
                "job will be tried again kind=%s subjectId=%s attempts=%d error=%s",
                job.kind(), job.subjectId(), job.attempts(), failure);
        return new Later();
    }

    private Uni<Void> settle(Job job, Progress progress) {
        return switch (progress) {
            case Done() -> jobs.end(job);
            case Next() -> jobs.advance(job);
            case Again(Duration after) -> delay(job, after);
            case Later() -> delay(job, pause(job.attempts()));
        };
    }

    private Uni<Void> delay(Job job, Duration pause) {
        return jobs.delay(job, pause).invoke(() -> vertx.setTimer(pause.toMillis() + 1, timer -> wake()));
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
}
