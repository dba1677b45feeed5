package io.handover.sandbox.machine;

import static io.handover.sandbox.TestLogin.hostKey;
import static io.handover.sandbox.TestLogin.run;
import static io.handover.sandbox.TestMachines.HASH;
import static io.handover.sandbox.TestMachines.PASSWORD;
import static io.handover.sandbox.TestMachines.anyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.handover.sandbox.disk.TestDisks;
import io.handover.sandbox.folder.StateFolder;
import io.handover.sandbox.refusal.Refusal;
import io.handover.sandbox.removal.Removals;
import io.handover.sandbox.ssh.TestDoors;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process leaves behind, the next one finds. */
class RestartTest {

    private static final String OTHER = "a short swim in the sea";

    @TempDir
    private Path folder;

    @Test
    void runsAgainWhatRan() throws IOException {
        UUID id = anyId();
        MachineView before;
        Object hostKey;
        try (Sandbox sandbox = new Sandbox(folder)) {
            before = sandbox.machines.put(id, aMachine());
            hostKey = hostKey(before.ssh(), PASSWORD);
            run(before.ssh(), PASSWORD, "passwd", OTHER + "\n" + OTHER + "\n");
        }

        try (Sandbox sandbox = new Sandbox(folder)) {
            assertThat(sandbox.machines.get(id)).isEqualTo(before);
            assertThat(hostKey(before.ssh(), OTHER)).isEqualTo(hostKey);
            assertThat(run(before.ssh(), OTHER, "hostname").out()).isEqualTo("web.example.org\n");
            assertThatThrownBy(() -> run(before.ssh(), PASSWORD, "hostname")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavesStoppedWhatWasStoppedAndGoneWhatWasDeleted() {
        UUID stopped = anyId();
        UUID deleted = anyId();
        MachineView before;
        try (Sandbox sandbox = new Sandbox(folder)) {
            sandbox.machines.put(stopped, aMachine());
            sandbox.machines.put(deleted, aMachine());
            before = sandbox.power.stop(stopped, StopMachine.SOFTLY);
            sandbox.machines.delete(deleted);
        }

        try (Sandbox sandbox = new Sandbox(folder)) {
            assertThat(sandbox.machines.get(stopped)).isEqualTo(before);
            assertThatThrownBy(() -> sandbox.machines.get(deleted)).isInstanceOf(Refusal.class);
            assertThat(sandbox.power.start(stopped).ssh()).isEqualTo(before.ssh());
        }
    }

    @Test
    void startsTheOthersWhenOneAddressIsTaken() throws IOException {
        UUID unlucky = anyId();
        UUID lucky = anyId();
        MachineView before;
        try (Sandbox sandbox = new Sandbox(folder)) {
            before = sandbox.machines.put(unlucky, aMachine());
            sandbox.machines.put(lucky, aMachine());
        }

        try (var taken = new ServerSocket(
                        before.ssh().port(),
                        1,
                        InetAddress.getByName(before.ssh().host()));
                Sandbox sandbox = new Sandbox(folder)) {
            assertThat(sandbox.machines.get(lucky).state()).isEqualTo(MachineState.RUNNING);
            assertThat(sandbox.machines.get(unlucky).state()).isEqualTo(MachineState.STOPPED);
            assertThatThrownBy(() -> sandbox.power.start(unlucky)).isInstanceOf(Refusal.class);
            assertThat(taken.isBound()).isTrue();
        }
        try (Sandbox sandbox = new Sandbox(folder)) {
            assertThat(sandbox.machines.get(unlucky)).isEqualTo(before);
        }
    }

    @Test
    void startsTheOthersWhenOneIsUnreadable() throws IOException {
        UUID broken = anyId();
        UUID sound = anyId();
        try (Sandbox sandbox = new Sandbox(folder)) {
            sandbox.machines.put(broken, aMachine());
            sandbox.machines.put(sound, aMachine());
        }
        Files.writeString(folder.resolve("machines").resolve(broken.toString()).resolve("machine.json"), "{");

        try (Sandbox sandbox = new Sandbox(folder)) {
            assertThat(sandbox.machines.get(sound).state()).isEqualTo(MachineState.RUNNING);
            sandbox.machines.delete(broken);
            assertThat(folder.resolve("machines").resolve(broken.toString())).doesNotExist();
        }
    }

    @Test
    void pullsAPlugThatTheProcessBeforeWasToPull() throws IOException {
        UUID id = anyId();
        try (Sandbox sandbox = new Sandbox(folder)) {
            MachineView machine = sandbox.machines.put(id, aMachine());
            run(machine.ssh(), PASSWORD, "acpid off");
            sandbox.power.stop(id, new StopMachine(StopType.SOFT, 1, true));
        }

        try (Sandbox sandbox = new Sandbox(folder)) {
            await().untilAsserted(() -> {
                assertThat(sandbox.machines.get(id).state()).isEqualTo(MachineState.STOPPED);
                assertThat(sandbox.machines.get(id).unplug()).isNull();
            });
        }
    }

    @Test
    void keepsDisksAndSizeOfAMachine() {
        UUID id = anyId();
        MachineView changed;
        try (Sandbox sandbox = new Sandbox(folder)) {
            sandbox.machines.put(id, aMachine());
            sandbox.power.stop(id, StopMachine.SOFTLY);
            changed = sandbox.machines.resize(id, new ResizeMachine(2, 4096));
        }

        try (Sandbox sandbox = new Sandbox(folder)) {
            assertThat(sandbox.machines.get(id)).isEqualTo(changed);
        }
    }

    @Test
    void keepsNoPasswordInTheClear() throws IOException {
        try (Sandbox sandbox = new Sandbox(folder)) {
            MachineView machine = sandbox.machines.put(anyId(), aMachine());
            run(machine.ssh(), PASSWORD, "passwd", OTHER + "\n" + OTHER + "\n");
        }

        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain(PASSWORD)
                            .doesNotContain(OTHER));
        }
    }

    private static PutMachine aMachine() {
        return new PutMachine("web.example.org", 1, 1024, List.of(), HASH, List.of());
    }

    /** A process without its HTTP side, from start to end. */
    private static final class Sandbox implements AutoCloseable {

        private final StateFolder folder;
        private final Power power;
        private final MachineService machines;

        Sandbox(Path path) {
            ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
            folder = StateFolder.open(path);
            var inMemory = new Machines();
            var store = new MachineStore(folder, json);
            power = new Power(inMemory, store, TestDoors.doors(), Clock.systemUTC());
            machines = new MachineService(
                    inMemory,
                    store,
                    power,
                    TestDisks.in(folder, json),
                    TestDoors.addresses(),
                    TestDoors.doors(),
                    Clock.systemUTC(),
                    new SecureRandom(),
                    new Removals());
            machines.restore(new StartupEvent());
        }

        @Override
        public void close() {
            machines.close(new ShutdownEvent());
            folder.close();
        }
    }
}
