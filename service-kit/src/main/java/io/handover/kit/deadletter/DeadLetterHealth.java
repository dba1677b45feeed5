package io.handover.kit.deadletter;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says at {@code /q/health/well} what is put aside. It takes nobody out of service: everything else flows. */
@Wellness
@ApplicationScoped
class DeadLetterHealth implements AsyncHealthCheck {

    private static final String NAME = "dead-letters";

    private final DeadLetterList list;

    DeadLetterHealth(DeadLetterList list) {
        this.list = list;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return list.count()
                .map(counts -> HealthCheckResponse.named(NAME)
                        .status(counts.getLong("parked") == 0)
                        .withData("parked", counts.getLong("parked"))
                        .withData("waiting", counts.getLong("waiting"))
                        .build())
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.named(NAME)
                        .up()
                        .withData("parked", "unknown without the database")
                        .build());
    }
}
