package io.handover.provisioning;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

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
                "4S",
                "handover.job.lease",
                "3S");
    }

    @Override
    public void stop() {}

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException("no free port", failed);
        }
    }
}
