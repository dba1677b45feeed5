package io.handover.provisioning.compute;

import static io.handover.provisioning.FakeSandbox.sandbox;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.handover.provisioning.FakeSandbox.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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

    @Override
    UUID template() {
        return UUID.randomUUID();
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, true", "BROKEN, false", "ANSWER_LOST, false", "SLOW, false"})
    void tellsRefusalsFromWhatMayGetBetter(Fault fault, boolean refused) {
        make();
        sandbox().next(fault, 1, request -> request.path().contains(server().toString()));

        Throwable failure = catchThrowable(() -> done(driver.stop(server(), StopRequest.SOFT)));

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
    void saysHowAMachineIsToStop() {
        make();

        done(driver.stop(server(), StopRequest.HARD));
        done(driver.restart(server(), StopRequest.within(Duration.ofMinutes(2))));

        assertThat(asked("POST", "/stop", "\"type\":\"hard\"")).isOne();
        assertThat(asked("POST", "/restart", "\"type\":\"soft\",\"timeoutSeconds\":120,\"destroyOnTimeout\":true"))
                .isOne();
    }

    @Test
    void handsOnDisksAndSizesAsTheyAre() {
        make();
        UUID second = UUID.randomUUID();
        done(driver.createDisk(new Disk(second, 10, null, ZONE)));

        done(driver.growDisk(second, 4096));
        done(driver.setDisks(server(), List.of(second)));
        done(driver.stop(server(), StopRequest.SOFT));
        done(driver.resize(server(), 4, 8192));

        var machine = sandbox().machine(server().toString());
        assertThat(sandbox().diskSize(second.toString())).isEqualTo(4096);
        assertThat(machine.path("disks")).hasToString("[\"" + second + "\"]");
        assertThat(machine.path("cores").asInt()).isEqualTo(4);
        assertThat(machine.path("memoryMib").asInt()).isEqualTo(8192);
    }

    private long asked(String method, String what, String part) {
        return sandbox().count(request -> request.is(method, "/v1/machines/" + server() + what, part));
    }

    @Test
    void keepsTheHashOutOfWhatIsPrinted() {
        var spec = new MachineSpec(server(), "web", 1, 1024, List.of(), "$6$salt$hash", List.of());

        assertThat(spec.toString()).contains("web").doesNotContain("hash");
    }
}
