package io.handover.provisioning;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Random;

/** Tells the service where the {@link FakeSandbox} will listen, and to be impatient. */
public final class SandboxPlace implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "handover.test.sandbox-port";
    static final String TOKEN = "sandbox-token-of-the-tests";

    @Override
    public Map<String, String> start() {
        String port = Integer.toString(freePort());
        return Map.ofEntries(
                entry(PORT, port),
                entry("handover.sandbox.url", "http://127.0.0.1:" + port),
                entry("handover.sandbox.token", TOKEN),
                entry("handover.sandbox.patience", "500MS"),
                entry("handover.deployment.patience", "10S"),
                entry("handover.rotation.patience", "10S"),
                entry("handover.job.lease", "3S"),
                entry("handover.server.stop-patience", "2S"),
                // Tests put servers into the database that have no machine.
                entry("handover.watch.every", "1H"),
                entry("handover.watch.certainty", "100MS"));
    }

    @Override
    public void stop() {}

    /** Below those that the system gives away meanwhile: it is bound only when the service has started. */
    private static int freePort() {
        return new Random()
                .ints(10_000, 20_000)
                .filter(SandboxPlace::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
