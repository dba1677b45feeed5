package io.handover.provisioning.incus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.handover.provisioning.compute.ComputeRefused;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The Incus that {@code HANDOVER_INCUS_URL} and what goes with it name, and what may happen to it. */
public final class TestIncus {

    private static final String PREFIX = "handover.incus.";
    private static final String UNKNOWN = "no Incus to try: HANDOVER_INCUS_URL is not set";
    private static final Path HOST =
            Path.of("../deploy/incus/host").toAbsolutePath().normalize();
    private static final Duration LONG = Duration.ofMinutes(2);

    private TestIncus() {}

    /** Skips what cannot be tried, unless {@code HANDOVER_REQUIRE_INCUS} says that it must be. */
    public static void need() {
        boolean known = ConfigProvider.getConfig()
                .getOptionalValue(PREFIX + "url", String.class)
                .isPresent();
        if (Boolean.parseBoolean(System.getenv("HANDOVER_REQUIRE_INCUS"))) {
            assertThat(known).as(UNKNOWN).isTrue();
        }
        assumeTrue(known, UNKNOWN);
    }

    /** As it is set, but for some settings. */
    static IncusConfig configured(Map<String, String> others) {
        Config set = ConfigProvider.getConfig();
        var all = new HashMap<String, String>();
        StreamSupport.stream(set.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> set.getOptionalValue(name, String.class).ifPresent(value -> all.put(name, value)));
        others.forEach((name, value) -> all.put(PREFIX + name, value));
        return config(all);
    }

    static IncusConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(IncusConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(IncusConfig.class);
    }

    /** One that has an image. */
    public static UUID template() {
        String first = configured(Map.of()).images().orElseThrow().getFirst();
        return UUID.fromString(first.split("=", 2)[0]);
    }

    static <T> T done(Uni<T> call) {
        return call.await().atMost(LONG);
    }

    /** As jobs do: whatever is no refusal is tried again. */
    static void persistently(Uni<?> call) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> call.onItemOrFailure()
                        .transform(TestIncus::isOver)
                        .await()
                        .atMost(LONG));
    }

    private static boolean isOver(@Nullable Object answer, @Nullable Throwable failure) {
        if (failure instanceof ComputeRefused refused) {
            throw refused;
        }
        return failure == null;
    }

    /** Kills the daemon, without any end to what it does. */
    static void kill() {
        String log = folder().resolve("incus.log").toString();
        kill(words -> words.contains("incusd") && words.contains("--logfile\0" + log));
    }

    /** Ends the proxy that leads from an address to a guest. */
    static void cutOff(String address) {
        kill(words -> words.contains("forkproxy") && words.contains("tcp:" + address + ":"));
    }

    private static void kill(Predicate<String> isMeant) {
        List<ProcessHandle> meant = ProcessHandle.allProcesses()
                .filter(process -> isMeant.test(words(process)))
                .toList();
        assertThat(meant).isNotEmpty();
        meant.forEach(ProcessHandle::destroyForcibly);
        await().atMost(LONG).until(() -> meant.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts it again, as whoever made it does. */
    static void revive() throws IOException, InterruptedException {
        Process up = new ProcessBuilder(HOST.toString(), "up", folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!up.waitFor(LONG.toSeconds(), TimeUnit.SECONDS) || up.exitValue() != 0) {
            throw new IOException("Incus does not come up again");
        }
    }

    /** Only the Incus that deploy/incus/host has made can be killed and started again. */
    static void needItsHost() {
        need();
        assumeTrue(
                Files.isExecutable(HOST) && Files.isRegularFile(folder().resolve("environment")),
                "the Incus to try was not made by deploy/incus/host: it is not killed");
    }

    /** On a network nothing but the guest has its address. */
    static void needProxies() {
        assumeTrue(configured(Map.of()).network().isEmpty(), "the Incus to try has a network: there are no proxies");
    }

    /** Who may see to one project only cannot make a pool. */
    static void needToOwnIt() {
        assumeTrue(
                "default".equals(configured(Map.of()).project()),
                "the Incus to try is somebody's: this is a project in it");
    }

    static void needZones() {
        assumeTrue(
                configured(Map.of()).zones().isPresent(),
                "the Incus to try has no zones: HANDOVER_INCUS_ZONES is not set");
    }

    private static Path folder() {
        return configured(Map.of())
                .serverCertificate()
                .orElseThrow()
                .resolve("../..")
                .normalize();
    }

    /** Of its command line, each with a NUL at its end. */
    private static String words(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
