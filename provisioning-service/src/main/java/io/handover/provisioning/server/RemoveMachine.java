package io.handover.provisioning.server;

import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes the machine of a server that was deleted. */
@ApplicationScoped
class RemoveMachine implements JobHandler {

    static final String KIND = "remove-machine";

    private final ComputeDriver compute;

    RemoveMachine(ComputeDriver compute) {
        this.compute = compute;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        return compute.deleteMachine(job.subjectId()).replaceWith(new Progress.Done());
    }
}
