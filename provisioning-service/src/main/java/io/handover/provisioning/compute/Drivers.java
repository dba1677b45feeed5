package io.handover.provisioning.compute;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The driver that is configured; the others are not even made. */
@Singleton
class Drivers {

    @Produces
    @Singleton
    ComputeDriver driver(ComputeConfig config, @Any Instance<ComputeDriver> all) {
        Instance<ComputeDriver> wanted = all.select(Identifier.Literal.of(config.driver()));
        if (!wanted.isResolvable()) {
            throw new IllegalArgumentException("handover.compute must be sandbox or incus: " + config.driver());
        }
        return wanted.get();
    }
}
