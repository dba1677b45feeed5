package io.handover.provisioning.deployment;

import io.handover.kit.metric.Survey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * How many servers are being deployed and where they stand: {@code handover_deployments_live},
 * {@code …_oldest_seconds}.
 */
@Singleton
class DeploymentSurvey {

    /** A row is deleted when its deployment ends, so there are few. */
    private static final String BY_STEP = """
            select steps.step, count(d.server_id) as live,
                   greatest(0, coalesce(extract(epoch from now() - min(d.give_up_at)) + :patience, 0)) as oldest_seconds
            from (values ('DISKS'), ('MACHINE'), ('LOGIN'), ('UNDO')) as steps (step)
            left join deployment d on d.step = steps.step
            group by steps.step""";

    @Produces
    @Singleton
    Survey byStep(DeploymentConfig config) {
        return new Survey(
                "handover.deployments",
                List.of("step"),
                BY_STEP.replace(":patience", "" + config.patience().toSeconds()));
    }
}
