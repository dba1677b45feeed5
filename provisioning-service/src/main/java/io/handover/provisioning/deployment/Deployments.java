package io.handover.provisioning.deployment;

import io.handover.provisioning.job.Jobs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Where deployments begin. */
@ApplicationScoped
public class Deployments {

    private final DeploymentRepository deployments;
    private final DeploymentConfig config;
    private final Jobs jobs;
    private final Clock clock;

    Deployments(DeploymentRepository deployments, DeploymentConfig config, Jobs jobs, Clock clock) {
        this.deployments = deployments;
        this.config = config;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Begins one in the present transaction; once that is committed, it goes on by itself. */
    public Uni<Void> begin(DeploymentOrder order) {
        return deployments
                .persist(new Deployment(order, clock.instant().plus(config.patience())))
                .chain(() -> jobs.put(DeployServer.KIND, order.serverId()));
    }

    /** Tells, after the commit, that one has begun. */
    public void wake() {
        jobs.wake();
    }
}
