package io.handover.provisioning.compute;

import io.handover.telemetry.dependency.Dependency;
import io.handover.telemetry.dependency.Needs;
import jakarta.inject.Singleton;
import java.util.List;

/** Where machines are made. */
@Singleton
class ComputeNeeds implements Needs {

    private final ComputeDriver compute;

    ComputeNeeds(ComputeDriver compute) {
        this.compute = compute;
    }

    @Override
    public List<Dependency> dependencies() {
        return List.of(Dependency.at("compute", compute.url()));
    }
}
