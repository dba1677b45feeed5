package io.handover.provisioning.storage;

import io.handover.kit.work.Worker;
import io.handover.provisioning.job.Jobs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Looks now and then whether a backup is due. */
@ApplicationScoped
class BackupClock {

    private final Worker worker;

    BackupClock(Vertx vertx, BackupSchedule schedule, Jobs jobs) {
        this.worker = new Worker(
                "backups",
                vertx,
                1,
                own -> own.keep(schedule.takeOne()).invoke(taken -> {
                    if (taken) {
                        jobs.wake();
                    }
                }));
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }
}
