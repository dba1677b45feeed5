package io.handover.provisioning;

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
        return Map.of(
                PORT,
                port,
                "handover.sandbox.url",
                "http://127.0.0.1:" + port,
                "handover.sandbox.token",
                TOKEN,
                "handover.sandbox.patience",
                "500MS",
                "handover.deployment.patience",
                "10S",
                "handover.rotation.patience",
                "10S",
                "handover.job.lease",
                "3S",
                "handover.server.stop-patience",
                "2S");
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
