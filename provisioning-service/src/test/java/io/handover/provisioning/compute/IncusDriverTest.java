package io.handover.provisioning.compute;

import io.handover.provisioning.incus.TestIncus;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** On the Incus that {@code HANDOVER_INCUS_URL} and what goes with it name. */
@QuarkusTest
class IncusDriverTest extends ComputeDriverContract {

    @Inject
    @Identifier("incus")
    Instance<ComputeDriver> driver;

    @BeforeEach
    void needAnIncus() {
        TestIncus.need();
    }

    @Override
    ComputeDriver driver() {
        return driver.get();
    }

    @Override
    UUID template() {
        return TestIncus.template();
    }
}
