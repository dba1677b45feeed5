package io.handover.provisioning.job;

import io.handover.kit.trace.Traces;
import io.handover.kit.work.OwnContext;
import io.handover.kit.work.Worker;
import io.handover.provisioning.job.Progress.Again;
import io.handover.provisioning.job.Progress.Done;
import io.handover.provisioning.job.Progress.Later;
import io.handover.provisioning.job.Progress.Next;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;

/**
 * Takes up work that is due, several pieces at a time, each by one replica only: a lease says that somebody works on
 * it, and whoever dies loses it.
 */
@ApplicationScoped
class JobRunner {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final JobTable jobs;
    private final Instance<JobHandler> handlers;
    private final Traces traces;
    private final Duration lease;
    private final Worker worker;

    JobRunner(Vertx vertx, JobTable jobs, @Any Instance<JobHandler> handlers, Traces traces, JobConfig config) {
        this.jobs = jobs;
        this.handlers = handlers;
        this.traces = traces;
        this.lease = config.lease();
        this.worker = new Worker("jobs", vertx, config.parallel(), this::takeOne);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    void wake() {
        worker.wake();
    }

    /** True when there was something to do: there may be more. */
    private Uni<Boolean> takeOne(OwnContext own) {
        return own.keep(jobs.take(lease))
                .invoke(taken -> taken.ifPresent(job -> wake()))
                .chain(taken -> taken.map(job -> work(job, own).replaceWith(true))
                        .orElse(Uni.createFrom().item(false)));
    }

    private Uni<Void> work(Job job, OwnContext own) {
        return traces.goOn(job.traceparent(), () -> handler(job).work(job, own))
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
        return jobs.delay(job, pause).invoke(() -> worker.wakeIn(pause));
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
