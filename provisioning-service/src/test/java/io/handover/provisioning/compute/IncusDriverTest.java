package io.handover.provisioning.compute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;

/** On the Incus that {@code HANDOVER_INCUS_URL} and what goes with it name. */
@QuarkusTest
class IncusDriverTest extends ComputeDriverContract {

    @Inject
    @Identifier("incus")
    Instance<ComputeDriver> driver;

    @BeforeEach
    void needAnIncus() {
        assumeTrue(
                ConfigProvider.getConfig()
                        .getOptionalValue("handover.incus.url", String.class)
                        .isPresent(),
                "no Incus to try: HANDOVER_INCUS_URL is not set");
    }

    @Override
    ComputeDriver driver() {
        return driver.get();
    }

    @Override
    UUID template() {
        String first = ConfigProvider.getConfig()
                .getValues("handover.incus.images", String.class)
                .getFirst();
        return UUID.fromString(first.split("=", 2)[0]);
    }
}
