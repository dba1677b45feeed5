package io.handover.provisioning.deployment;

import io.handover.provisioning.job.Jobs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

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

    /**
     * Gives one up, in the present transaction; what was made is removed, as if it had been refused.
     *
     * @return false when there is none that could be given up
     */
    public Uni<Boolean> cancel(UUID serverId) {
        return deployments.lock(serverId).chain(found -> {
            Optional<Deployment> underWay =
                    found.filter(deployment -> deployment.saga().isUnderWay());
            underWay.ifPresent(deployment -> deployment.live(deployment.saga().undo("it was cancelled")));
            return underWay.isPresent()
                    ? jobs.put(DeployServer.KIND, serverId).replaceWith(true)
                    : Uni.createFrom().item(false);
        });
    }

    /**
     * The same of one that may be there, and may be given up already.
     *
     * @return false when there is none
     */
    public Uni<Boolean> giveUp(UUID serverId) {
        return deployments
                .lock(serverId)
                .chain(found -> found.isPresent()
                        ? cancel(serverId).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    /** Tells, after the commit, that one has begun. */
    public void wake() {
        jobs.wake();
    }
}
