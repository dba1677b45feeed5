package io.handover.provisioning.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the saga of a deployment relies on; every driver passes it. */
abstract class ComputeDriverContract {

    private static final String HASH = "$6$saltsalt$" + "h".repeat(86);

    static final String ZONE = "fi-hel1";

    private static final UUID PASSWORD = new UUID(2, 0);

    private final UUID server = UUID.randomUUID();
    private final UUID disk = UUID.randomUUID();
    private final List<UUID> made = new ArrayList<>();
    private boolean begun;

    abstract ComputeDriver driver();

    /** What a boot disk is cloned from. */
    abstract UUID template();

    @Test
    void makesAndRemovesADiskHoweverOften() {
        var wanted = new Disk(disk, 10, null, ZONE);

        done(driver().createDisk(wanted));
        done(driver().createDisk(wanted));
        done(driver().deleteDisk(disk));
        done(driver().deleteDisk(disk));

        refuses(driver().createMachine(spec("web")));
    }

    /** A request that was on its way for too long may come after its undoing. */
    @Test
    void refusesToMakeAgainWhatWasRemoved() {
        make();
        done(driver().deleteMachine(server));
        refuses(driver().createMachine(spec("web")));
        done(driver().deleteDisk(disk));

        refuses(driver().createDisk(new Disk(disk, 10, null, ZONE)));

        assertThat(done(driver().machine(server))).isEmpty();
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
        Machine stopped = stopped(StopRequest.SOFT);

        Machine again = done(driver().createMachine(spec("other")));

        assertThat(again).isEqualTo(stopped);
    }

    @Test
    void setsAPasswordHoweverOftenWhetherTheMachineRunsOrNot() {
        make();

        done(driver().setRootPassword(server, PASSWORD, HASH));
        done(driver().setRootPassword(server, PASSWORD, HASH));
        Machine stopped = stopped(StopRequest.SOFT);
        done(driver().setRootPassword(server, PASSWORD, HASH));

        assertThat(done(driver().machine(server))).contains(stopped);
    }

    /** Whoever asks was held up, and another password was set and sent meanwhile. */
    @Test
    void refusesAPasswordThatIsOlderThanTheMachines() {
        make();
        done(driver().setRootPassword(server, PASSWORD, HASH));

        refuses(driver().setRootPassword(server, new UUID(1, 0), HASH));

        done(driver().setRootPassword(server, new UUID(3, 0), HASH));
    }

    @Test
    void setsNoPasswordWhereNoMachineIs() {
        refuses(driver().setRootPassword(server, PASSWORD, HASH));
    }

    @Test
    void findsNoMachineWhereNoneIs() {
        assertThat(done(driver().machine(server))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("waysToStop")
    void stopsAndStartsAMachineHoweverOften(StopRequest how) {
        make();

        stopped(how);
        assertThat(done(driver().stop(server, how)).running()).isFalse();
        assertThat(done(driver().start(server)).running()).isTrue();
        assertThat(done(driver().start(server)).running()).isTrue();
        assertThat(done(driver().restart(server, how)).running()).isTrue();
        assertThat(done(driver().restart(server, how)).running()).isTrue();
    }

    static Stream<StopRequest> waysToStop() {
        return Stream.of(StopRequest.SOFT, StopRequest.HARD, StopRequest.within(Duration.ofSeconds(1)));
    }

    @Test
    void startsAStoppedMachineThatIsToRestart() {
        make();
        stopped(StopRequest.HARD);

        assertThat(done(driver().restart(server, StopRequest.SOFT)).running()).isTrue();
    }

    @Test
    void givesAMachineOtherDisksHoweverOften() {
        make();
        UUID second = disk(10);

        done(driver().setDisks(server, List.of(second, disk)));
        done(driver().setDisks(server, List.of(second, disk)));
        Machine stopped = stopped(StopRequest.HARD);
        done(driver().setDisks(server, List.of()));
        done(driver().setDisks(server, List.of()));
        done(driver().setDisks(server, List.of(disk)));

        assertThat(done(driver().machine(server))).contains(stopped);
        assertThat(done(driver().start(server)).running()).isTrue();
    }

    @Test
    void refusesDisksWhereDiskOrMachineIsMissing() {
        refuses(driver().setDisks(server, List.of()));
        make();
        refuses(driver().setDisks(server, List.of(disk, UUID.randomUUID())));
    }

    @Test
    void resizesAStoppedMachineHoweverOften() {
        make();
        stopped(StopRequest.HARD);

        done(driver().resize(server, 2, 4096));
        done(driver().resize(server, 2, 4096));

        assertThat(done(driver().start(server)).running()).isTrue();
    }

    @Test
    void refusesToResizeAMachineThatRunsOrIsMissing() {
        refuses(driver().resize(server, 2, 4096));
        make();
        refuses(driver().resize(server, 2, 4096));
    }

    @Test
    void growsADiskHoweverOften() {
        UUID small = disk(10);

        done(driver().growDisk(small, 11));
        done(driver().growDisk(small, 11));
    }

    @Test
    void refusesToShrinkADiskOrToGrowWhatIsMissing() {
        refuses(driver().growDisk(disk(10), 9));
        refuses(driver().growDisk(UUID.randomUUID(), 11));
    }

    @Test
    void restoresADiskHoweverOften() {
        UUID spoilt = disk(10);
        UUID backup = copy(spoilt);

        done(driver().restoreDisk(spoilt, backup));
        done(driver().restoreDisk(spoilt, backup));
    }

    @Test
    void refusesToRestoreWhereDiskOrBackupIsMissing() {
        UUID there = disk(10);

        refuses(driver().restoreDisk(there, UUID.randomUUID()));
        refuses(driver().restoreDisk(UUID.randomUUID(), there));
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
        refuses(driver().start(server));
        refuses(driver().stop(server, StopRequest.SOFT));
        refuses(driver().restart(server, StopRequest.HARD));
    }

    @Test
    void knowsWhatThereIs() {
        Machine made = make();

        assertThat(done(driver().inventory()).machines()).containsEntry(server, made);

        done(driver().deleteMachine(server));
        assertThat(done(driver().inventory()).machines()).doesNotContainKey(server);
    }

    @Test
    void keepsADiskThatItsMachineLeaves() {
        make();
        done(driver().deleteMachine(server));

        UUID other = UUID.randomUUID();
        var next = new MachineSpec(other, "next", 1, 1024, List.of(disk), null, List.of());
        assertThat(done(driver().createMachine(next)).running()).isTrue();

        done(driver().deleteMachine(other));
    }

    @Test
    void copiesTheDiskOfAMachine() {
        make();

        UUID copy = copy(disk);

        UUID other = UUID.randomUUID();
        var twin = new MachineSpec(other, "twin", 1, 1024, List.of(copy), "$6$salt$hash", List.of());
        assertThat(done(driver().createMachine(twin)))
                .isNotEqualTo(done(driver().machine(server)).orElseThrow());

        done(driver().deleteMachine(other));
    }

    /** Nothing is left for the tests after this one. */
    @AfterEach
    void removeAll() {
        if (begun) {
            done(driver().deleteMachine(server));
            done(driver().deleteDisk(disk));
        }
        made.forEach(id -> done(driver().deleteDisk(id)));
    }

    /** As who needs it stopped does: asks until it is. */
    final Machine stopped(StopRequest how) {
        return await().atMost(Duration.ofMinutes(1)).until(() -> done(driver().stop(server, how)), it -> !it.running());
    }

    final Machine make() {
        begun = true;
        done(driver().createDisk(new Disk(disk, 10, template(), ZONE)));
        return done(driver().createMachine(spec("web")));
    }

    final UUID server() {
        return server;
    }

    static <T> T done(Uni<T> call) {
        return call.await().atMost(Duration.ofMinutes(1));
    }

    private UUID disk(int sizeGib) {
        UUID made = id();
        done(driver().createDisk(new Disk(made, sizeGib, null, ZONE)));
        return made;
    }

    private UUID copy(UUID source) {
        UUID made = id();
        done(driver().createDisk(new Disk(made, 10, source, ZONE)));
        return made;
    }

    private UUID id() {
        UUID id = UUID.randomUUID();
        made.add(id);
        return id;
    }

    private static void refuses(Uni<?> call) {
        assertThatThrownBy(() -> done(call)).isInstanceOf(ComputeRefused.class);
    }

    private MachineSpec spec(String hostname) {
        return new MachineSpec(server, hostname, 1, 1024, List.of(disk), "$6$salt$hash", List.of());
    }
}
