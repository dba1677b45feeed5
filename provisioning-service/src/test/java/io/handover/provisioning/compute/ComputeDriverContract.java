package io.handover.provisioning.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the saga of a deployment relies on; every driver passes it. */
abstract class ComputeDriverContract {

    private final UUID server = UUID.randomUUID();
    private final UUID disk = UUID.randomUUID();

    abstract ComputeDriver driver();

    @Test
    void makesAndRemovesADiskHoweverOften() {
        var wanted = new Disk(disk, 10, null);

        done(driver().createDisk(wanted));
        done(driver().createDisk(wanted));
        done(driver().deleteDisk(disk));
        done(driver().deleteDisk(disk));

        assertThatThrownBy(() -> done(driver().createMachine(spec("web")))).isInstanceOf(ComputeRefused.class);
    }

    @Test
    void makesAMachineThatRuns() {
        Machine made = make();

        assertThat(made.running()).isTrue();
        assertThat(made.sshHost()).isNotEmpty();
        assertThat(made.sshPort()).isPositive();
        assertThat(done(driver().machine(server))).contains(made);
    }

    @Test
    void leavesAMachineThatIsThereAsItIs() {
        make();
        Machine stopped = done(driver().stop(server));

        Machine again = done(driver().createMachine(spec("other")));

        assertThat(again).isEqualTo(stopped);
    }

    @Test
    void findsNoMachineWhereNoneIs() {
        assertThat(done(driver().machine(server))).isEmpty();
    }

    @Test
    void stopsAndStartsAMachineHoweverOften() {
        make();

        assertThat(done(driver().stop(server)).running()).isFalse();
        assertThat(done(driver().stop(server)).running()).isFalse();
        assertThat(done(driver().start(server)).running()).isTrue();
        assertThat(done(driver().start(server)).running()).isTrue();
        assertThat(done(driver().restart(server)).running()).isTrue();
    }

    @Test
    void removesAMachineHoweverOften() {
        make();

        done(driver().deleteMachine(server));
        done(driver().deleteMachine(server));

        assertThat(done(driver().machine(server))).isEmpty();
    }

    @Test
    void refusesToStartStopAndRestartWhatIsNotThere() {
        assertThatThrownBy(() -> done(driver().start(server))).isInstanceOf(ComputeRefused.class);
        assertThatThrownBy(() -> done(driver().stop(server))).isInstanceOf(ComputeRefused.class);
        assertThatThrownBy(() -> done(driver().restart(server))).isInstanceOf(ComputeRefused.class);
    }

    final Machine make() {
        done(driver().createDisk(new Disk(disk, 10, UUID.randomUUID())));
        return done(driver().createMachine(spec("web")));
    }

    final UUID server() {
        return server;
    }

    static <T> T done(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(5));
    }

    private MachineSpec spec(String hostname) {
        return new MachineSpec(server, hostname, 1, 1024, List.of(disk), "$6$salt$hash", List.of());
    }
}
