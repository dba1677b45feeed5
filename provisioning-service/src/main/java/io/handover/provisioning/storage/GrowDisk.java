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

/** Gives a disk the size that its storage has by now. */
@ApplicationScoped
class GrowDisk implements JobHandler {

    static final String KIND = "grow-disk";

    private final StorageLife storages;
    private final ComputeDriver compute;

    GrowDisk(StorageLife storages, ComputeDriver compute) {
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
                .chain(found -> found.map(task -> grow(task.disk()))
                        .orElse(Uni.createFrom().voidItem()))
                .replaceWith(new Progress.Done());
    }

    private Uni<Void> grow(Disk disk) {
        return compute.createDisk(disk)
                .chain(() -> compute.growDisk(disk.storageId(), disk.sizeGib()))
                .onFailure(ComputeRefused.class)
                .recoverWithUni(refused -> {
                    Log.warnf("disk does not grow storageId=%s error=%s", disk.storageId(), refused);
                    return Uni.createFrom().voidItem();
                });
    }
}
