package io.handover.provisioning.compute;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.handover.provisioning.FakeSandbox.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SandboxDriverTest extends ComputeDriverContract {

    @Inject
    ComputeDriver driver;

    @BeforeEach
    void startTheSandbox() {
        sandbox();
    }

    @Override
    ComputeDriver driver() {
        return driver;
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, true", "BROKEN, false", "ANSWER_LOST, false", "SLOW, false"})
    void tellsRefusalsFromWhatMayGetBetter(Fault fault, boolean refused) {
        make();
        sandbox().next(fault, 1, request -> request.path().contains(server().toString()));

        Throwable failure = catchThrowable(() -> done(driver.stop(server())));

        assertThat(failure).isNotNull();
        assertThat(failure instanceof ComputeRefused).isEqualTo(refused);
    }

    @Test
    void doesNotTakeAnErrorForAMissingMachine() {
        make();
        sandbox().next(Fault.BROKEN, 1, request -> request.path().contains(server().toString()));

        assertThat(catchThrowable(() -> done(driver.machine(server())))).isNotNull();
    }

    @Test
    void keepsTheHashOutOfWhatIsPrinted() {
        var spec = new MachineSpec(server(), "web", 1, 1024, List.of(), "$6$salt$hash", List.of());

        assertThat(spec.toString()).contains("web").doesNotContain("hash");
    }
}
