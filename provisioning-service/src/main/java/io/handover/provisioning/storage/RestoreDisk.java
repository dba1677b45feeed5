package io.handover.provisioning.storage;

import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets the origin of a backup hold what the backup holds. */
@ApplicationScoped
class RestoreDisk implements JobHandler {

    static final String KIND = "restore-disk";

    private final StorageLife storages;
    private final ComputeDriver compute;

    RestoreDisk(StorageLife storages, ComputeDriver compute) {
        this.storages = storages;
        this.compute = compute;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        return own.keep(storages.task(job.subjectId()))
                .chain(found -> found.filter(task -> task.state() == StorageState.SYNCING)
                        .flatMap(StorageLife.DiskTask::source)
                        .map(origin -> restore(origin, job.subjectId(), own))
                        .orElse(Uni.createFrom().voidItem()))
                .replaceWith(new Progress.Done());
    }

    private Uni<Void> restore(Disk origin, UUID backupId, OwnContext own) {
        return own.keep(compute.createDisk(origin)
                        .chain(() -> compute.restoreDisk(origin.storageId(), backupId))
                        .replaceWith(StorageAct.END))
                .onFailure(ComputeRefused.class)
                .recoverWithItem(refused -> {
                    Log.warnf("storage is not restored storageId=%s error=%s", origin.storageId(), refused);
                    return StorageAct.FAIL;
                })
                .chain(how -> storages.restored(backupId, how));
    }
}
