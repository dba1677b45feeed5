package io.handover.provisioning.storage;

import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes the disk of a clone, a template or a backup; removes it, when that was cancelled meanwhile. */
@ApplicationScoped
class MakeCopy implements JobHandler {

    static final String KIND = "make-copy";

    private final StorageLife storages;
    private final ComputeDriver compute;

    MakeCopy(StorageLife storages, ComputeDriver compute) {
        this.storages = storages;
        this.compute = compute;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        return own.keep(storages.task(job.subjectId())).chain(found -> {
            if (found.isEmpty()) {
                return compute.deleteDisk(job.subjectId()).replaceWith(new Progress.Done());
            }
            return found.get().state() == StorageState.MAINTENANCE
                    ? copy(found.get(), own)
                    : Uni.createFrom().item(new Progress.Done());
        });
    }

    /** Then it looks once more, for it may have been cancelled. */
    private Uni<Progress> copy(StorageLife.DiskTask task, OwnContext own) {
        UUID copyId = task.disk().storageId();
        return own.keep(made(task))
                .onFailure(ComputeRefused.class)
                .recoverWithItem(refused -> {
                    Log.warnf("storage is not copied storageId=%s error=%s", copyId, refused);
                    return StorageAct.FAIL;
                })
                .chain(how -> storages.copied(copyId, how))
                .replaceWith(new Progress.Next());
    }

    private Uni<StorageAct> made(StorageLife.DiskTask task) {
        return task.source()
                .map(compute::createDisk)
                .orElse(Uni.createFrom().voidItem())
                .chain(() -> compute.createDisk(task.disk()))
                .replaceWith(StorageAct.END);
    }
}
