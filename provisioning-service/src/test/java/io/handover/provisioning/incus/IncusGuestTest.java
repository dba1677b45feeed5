package io.handover.provisioning.incus;

import static io.handover.provisioning.incus.TestIncus.done;
import static io.handover.provisioning.incus.TestIncus.persistently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.compute.MachineSpec;
import io.handover.provisioning.compute.StopRequest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real guests, what they hold, and whatever goes wrong while they are made. */
@QuarkusTest
class IncusGuestTest {

    private static final String PASSWORD = "a long walk along the sea";
    private static final String OTHER = "a cold dip in the lake";

    @Inject
    Removals removals;

    @Inject
    Clock clock;

    @Nullable
    private IncusDriver present;

    private final UUID server = UUID.randomUUID();
    private final UUID disk = UUID.randomUUID();
    private final UUID backup = UUID.randomUUID();

    @BeforeEach
    void needAnIncus() {
        TestIncus.need();
        present = driver(Map.of("patience", "5S", "operation-patience", "10S"));
    }

    @AfterEach
    void removeAll() {
        if (present != null) {
            persistently(driver().deleteMachine(server));
            persistently(driver().deleteDisk(disk));
            persistently(driver().deleteDisk(backup));
        }
    }

    @Test
    void letsRootInWithWhatItWasGivenAndKeepsNothingOfItElsewhere() throws IOException, GeneralSecurityException {
        KeyPair key = SecurityUtils.getKeyPairGenerator(SecurityUtils.ED25519).generateKeyPair();
        String hash = hash(PASSWORD);
        String line = PublicKeyEntry.toString(key.getPublic());
        Machine machine = make(hash, List.of(line));

        assertThat(TestSsh.run(machine, PASSWORD, "hostname")).isEqualTo("web.example.org");
        assertThat(TestSsh.run(machine, key, "id -u")).isEqualTo("0");
        assertThat(TestSsh.refuses(machine, "a wrong guess")).isTrue();
        assertThat(shown().toString()).doesNotContain(hash).doesNotContain(line.split(" ", 2)[1]);
    }

    @Test
    void letsRootInWithTheLastPasswordOnlyWhetherItRanOrNot() throws IOException {
        Machine machine = make(hash(PASSWORD), List.of());
        TestSsh.run(machine, PASSWORD, "true");

        done(driver().setRootPassword(server, new UUID(1, 0), hash(OTHER)));
        assertThat(TestSsh.run(machine, OTHER, "whoami")).isEqualTo("root");
        assertThat(TestSsh.refuses(machine, PASSWORD)).isTrue();

        done(driver().stop(server, StopRequest.HARD));
        done(driver().setRootPassword(server, new UUID(2, 0), hash(PASSWORD)));
        Machine again = done(driver().start(server));
        assertThat(TestSsh.run(again, PASSWORD, "whoami")).isEqualTo("root");
        assertThat(TestSsh.refuses(again, OTHER)).isTrue();
    }

    @Test
    void leavesThePasswordThatItsOwnerSet() throws IOException {
        Machine machine = make(hash(PASSWORD), List.of());
        TestSsh.run(machine, PASSWORD, "echo 'root:" + hash(OTHER) + "' | chpasswd -e");

        Machine again = done(driver().restart(server, StopRequest.HARD));
        assertThat(TestSsh.run(again, OTHER, "whoami")).isEqualTo("root");
        done(driver().createMachine(spec(hash(PASSWORD), List.of())));
        assertThat(TestSsh.refuses(again, PASSWORD)).isTrue();
    }

    @Test
    void hasNoPasswordWhereNoneWasGiven() {
        make(null, List.of());

        assertThat(new String(file("/etc/shadow"), StandardCharsets.UTF_8)).contains("root:*:");
    }

    @Test
    void holdsWhatItsBackupHolds() {
        make(hash(PASSWORD), List.of());
        done(driver().createDisk(new Disk(backup, 2, disk, "fi-hel1")));
        byte[] note = "spoilt".getBytes(StandardCharsets.UTF_8);
        done(api().write(Keys.machine(server), "/root/note", GuestFile.ofRoot(note, "0600")));
        done(driver().stop(server, StopRequest.HARD));

        done(driver().restoreDisk(disk, backup));

        assertThat(done(api().read(Keys.machine(server), "/root/note"))).isEmpty();
        assertThat(TestSsh.run(done(driver().start(server)), PASSWORD, "whoami"))
                .isEqualTo("root");
    }

    @Test
    void showsTheTagsOfServersUntilTheyHaveNone() {
        make(null, List.of());

        done(driver().showTags(Map.of(server, List.of("blue", "DE_1"))));
        assertThat(machine().noted(Keys.TAGS)).contains("blue,DE_1");
        done(driver().showTags(Map.of(UUID.randomUUID(), List.of("blue"))));
        assertThat(machine().noted(Keys.TAGS)).isEmpty();
    }

    @Test
    void tellsWhatHappensBehindItsBack() {
        Set<UUID> told = ConcurrentHashMap.newKeySet();
        make(hash(PASSWORD), List.of());
        var listening = driver().changes().subscribe().with(told::add);

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            done(new Instances(api()).unplug(Keys.machine(server)));
            done(new Instances(api()).start(Keys.machine(server)));
            return told.contains(server);
        });
        listening.cancel();
    }

    @Test
    void takesAnotherAddressWhenSomebodyHasItsOwn() throws IOException {
        TestIncus.needProxies();
        IncusSettings settings = IncusSettings.of(TestIncus.configured(Map.of()));
        String taken = settings.addresses().candidates(server).findFirst().orElseThrow();

        try (var squatter = new ServerSocket(settings.sshPort(), 1, InetAddress.getByName(taken))) {
            assertThat(squatter.isBound()).isTrue();
            Machine machine = make(hash(PASSWORD), List.of());

            assertThat(machine.sshHost()).isNotEqualTo(taken);
            assertThat(TestSsh.run(machine, PASSWORD, "whoami")).isEqualTo("root");
        }
    }

    /** For a cluster with a member for each zone. */
    @Test
    void makesServersInTheirZones() {
        TestIncus.needZones();
        Map<String, String> zones =
                IncusSettings.of(TestIncus.configured(Map.of())).zones();
        List<UUID> disks = new ArrayList<>();

        for (String zone : zones.keySet()) {
            UUID other = UUID.randomUUID();
            disks.add(other);
            done(driver().createDisk(new Disk(other, 1, TestIncus.template(), zone)));
        }

        assertThat(disks.stream().map(IncusGuestTest::location).distinct()).hasSameSizeAs(zones.keySet());
        disks.forEach(other -> persistently(driver().deleteDisk(other)));
    }

    @Test
    void refusesAnImageThatIsMissing() {
        assertThatThrownBy(() -> done(driver().createDisk(new Disk(disk, 1, UUID.randomUUID(), "fi-hel1"))))
                .isInstanceOf(ComputeRefused.class)
                .hasMessageStartingWith("there is no image");

        assertThat(done(api().find("/instances/" + Keys.disk(disk)))).isEmpty();
    }

    @Test
    void makesADiskAnewThatWasLeftHalfMade() {
        done(api().change(
                        "POST",
                        "/instances",
                        Map.of(
                                "name", Keys.disk(disk),
                                "type", "container",
                                "profiles", List.of(),
                                "source", Map.of("type", "none"),
                                "devices", Map.of(Instance.ROOT, rootDevice()))));

        persistently(
                driver(Map.of("patience", "1S", "operation-patience", "2S")).createDisk(wanted()));

        Machine machine = done(driver().createMachine(spec(hash(PASSWORD), List.of())));
        assertThat(TestSsh.run(machine, PASSWORD, "whoami")).isEqualTo("root");
    }

    /** As the daemon's death leaves one: the guest runs, and nothing leads to it. */
    @Test
    void startsAMachineAnewThatWasLeftHalfStarted() throws IOException {
        TestIncus.needProxies();
        Machine machine = make(hash(PASSWORD), List.of());
        TestIncus.cutOff(machine.sshHost());
        IncusDriver hasty = driver(Map.of("patience", "1S", "operation-patience", "2S"));
        done(new Instances(api())
                .note(
                        Keys.machine(server),
                        Map.of(Keys.STARTING, clock.instant().toString())));

        assertThatThrownBy(() -> done(hasty.start(server))).hasMessageContaining("is under way still");
        persistently(hasty.start(server));

        assertThat(TestSsh.run(done(driver().machine(server)).orElseThrow(), PASSWORD, "whoami"))
                .isEqualTo("root");
        assertThat(machine().startingSince()).isEmpty();
    }

    @Test
    void finishesWhateverItWasWhenTheDaemonDied() throws IOException, InterruptedException {
        TestIncus.needItsHost();
        List<Runnable> steps = List.of(
                () -> persistently(driver().createDisk(wanted())),
                () -> persistently(driver().createMachine(spec(hash(PASSWORD), List.of()))));

        for (Runnable step : steps) {
            Thread working = Thread.ofVirtual().start(step);
            await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> isAtWork() || !working.isAlive());
            TestIncus.kill();
            TestIncus.revive();
            working.join(Duration.ofMinutes(2));
        }

        persistently(driver().createMachine(spec(hash(PASSWORD), List.of())));
        Machine machine = done(driver().machine(server)).orElseThrow();
        assertThat(TestSsh.run(machine, PASSWORD, "whoami")).isEqualTo("root");
        assertThat(done(driver().inventory()).disks()).doesNotContain(disk);
    }

    @Test
    void saysThatItsCertificateIsRefusedAndMayBeMended(@TempDir Path folder) throws IOException, InterruptedException {
        Path stranger = folder.resolve("stranger.p12");
        keytool(stranger);
        IncusDriver refused = driver(Map.of("client-certificate", stranger.toString(), "client-password", "strangers"));

        assertThatThrownBy(() -> done(refused.createDisk(wanted())))
                .isNotInstanceOf(ComputeRefused.class)
                .hasMessageContaining("does not trust the client certificate");
    }

    @Test
    void saysThatThePoolIsFullAndLeavesNothing(@TempDir Path folder) throws IOException, InterruptedException {
        TestIncus.needToOwnIt();
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=3m,mode=711", "tmpfs", small.toString()),
                "no small pool: this host does not let its root mount one");
        String pool = "small" + server.toString().substring(0, 8);
        try {
            done(api().change(
                            "POST",
                            "/storage-pools",
                            Map.of("name", pool, "driver", "dir", "config", Map.of("source", small.toString()))));

            assertThatThrownBy(() -> done(driver(Map.of("pool", pool)).createDisk(wanted())))
                    .isInstanceOf(ComputeRefused.class)
                    .hasMessage("the storage pool is full");
            assertThat(done(api().find("/instances/" + Keys.disk(disk)))).isEmpty();
        } finally {
            done(api().delete("/storage-pools/" + pool));
            run("umount", "-l", small.toString());
        }
    }

    private Machine make(@Nullable String hash, List<String> keys) {
        done(driver().createDisk(wanted()));
        return done(driver().createMachine(spec(hash, keys)));
    }

    private Disk wanted() {
        return new Disk(disk, 1, TestIncus.template(), "fi-hel1");
    }

    private MachineSpec spec(@Nullable String hash, List<String> keys) {
        return new MachineSpec(server, "web.example.org", 1, 256, List.of(disk), hash, keys);
    }

    private IncusDriver driver() {
        return Objects.requireNonNull(present);
    }

    private IncusDriver driver(Map<String, String> settings) {
        return new IncusDriver(TestIncus.configured(settings), removals, clock);
    }

    private static IncusApi api() {
        return new IncusApi(IncusSettings.of(TestIncus.configured(Map.of())));
    }

    private Instance machine() {
        return done(new Instances(api()).machine(server));
    }

    private static String location(UUID storage) {
        return done(api().get("/instances/" + Keys.disk(storage)))
                .path("location")
                .asText();
    }

    private static boolean isAtWork() {
        return done(api().get("/operations?recursion=1")).path("running").size() > 0;
    }

    /** All that Incus shows of it. */
    private List<JsonNode> shown() {
        return List.of(
                done(api().get("/instances/" + Keys.machine(server))),
                done(api().get("/instances/" + Keys.machine(server) + "/metadata")),
                done(api().get("/operations?recursion=1")));
    }

    private byte[] file(String path) {
        return done(api().read(Keys.machine(server), path)).orElseThrow().content();
    }

    private static Map<String, String> rootDevice() {
        String pool = IncusSettings.of(TestIncus.configured(Map.of())).pool();
        return Map.of("type", "disk", "path", "/", "pool", pool);
    }

    private static String hash(String password) {
        return Sha2Crypt.sha512Crypt(password.getBytes(StandardCharsets.UTF_8));
    }

    private static void keytool(Path store) throws IOException, InterruptedException {
        assertThat(run(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "stranger",
                        "-dname",
                        "CN=stranger",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "strangers",
                        "-keystore",
                        store.toString()))
                .isTrue();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
