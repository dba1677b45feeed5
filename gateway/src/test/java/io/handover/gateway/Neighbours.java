package io.handover.gateway;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** The services behind the gateway, as far as it can tell; and one that is away, {@code absent}. */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {

    private static final List<String> NAMES = List.of("identity", "permission", "provisioning", "notification");

    /** Nobody listens on the port of TCPMUX. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final List<HttpServer> servers = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        Gate gate = new Gate();
        Progress progress = new Progress();
        Sessions sessions = new Sessions(gate);
        NAMES.forEach(name -> {
            HttpServer server = server();
            server.createContext("/", new Echo(name, gate, progress));
            server.createContext("/v1/sessions", sessions);
            server.createContext("/internal", new InForce(name, gate));
            server.createContext("/control", new Control(sessions, gate, progress));
            server.start();
            servers.add(server);
            settings.put("handover.gateway.upstreams." + name, "http://127.0.0.1:" + portOf(server));
        });
        settings.put("quarkus.otel.sdk.disabled", "false");
        settings.put("handover.trace.endpoint", "http://127.0.0.1:" + portOf(servers.getFirst()) + "/v1/traces");
        settings.put("handover.gateway.withdrawal.patience", "2s");
        settings.put("handover.gateway.upstreams.absent", NOWHERE);
        settings.put("handover.gateway.routes.absent", "/1.3/absent,/v1/absent");
        return settings;
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
    }

    private static int portOf(HttpServer server) {
        return server.getAddress().getPort();
    }

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException("no port for a neighbour", failed);
        }
    }
}
