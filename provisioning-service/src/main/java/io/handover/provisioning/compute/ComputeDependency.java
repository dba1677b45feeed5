package io.handover.provisioning.compute;

import io.handover.kit.dependency.Dependency;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where machines are made. */
@Singleton
class ComputeDependency {

    @Produces
    @Singleton
    Dependency compute(SandboxConfig config) {
        return Dependency.at("compute", config.url());
    }
}
