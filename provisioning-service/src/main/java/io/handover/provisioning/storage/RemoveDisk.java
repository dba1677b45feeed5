package io.handover.provisioning.storage;

import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes the disk of a storage that was deleted. */
@ApplicationScoped
class RemoveDisk implements JobHandler {

    static final String KIND = "remove-disk";

    private final ComputeDriver compute;

    RemoveDisk(ComputeDriver compute) {
        this.compute = compute;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        return compute.deleteDisk(job.subjectId()).replaceWith(new Progress.Done());
    }
}
