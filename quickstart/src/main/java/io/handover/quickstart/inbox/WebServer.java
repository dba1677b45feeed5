package io.handover.quickstart.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An HTTP server that answers small requests. */
final class WebServer implements AutoCloseable {

    private static final int BODY_BYTES_MAX = 64 * 1024;

    /** Longer than any client waits. */
    private static final Duration NEVER = Duration.ofMinutes(10);

    private final HttpServer server;

    private WebServer(HttpServer server) {
        this.server = server;
    }

    static WebServer open(InetAddress host, int port, Handler handler) {
        try {
            var address = new InetSocketAddress(host, port);
            HttpServer server = HttpServer.create(address, 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> serve(exchange, handler));
            server.start();
            return new WebServer(server);
        } catch (IOException failed) {
            throw new UncheckedIOException("Port " + port + " could not be opened", failed);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
            Answer answer = body.length > BODY_BYTES_MAX
                    ? Answer.text(413, "There are at most " + BODY_BYTES_MAX + " bytes in a body.")
                    : handler.answer(request(exchange, body));
            if (answer.equals(Answer.NEVER)) {
                stall();
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void stall() {
        try {
            Thread.sleep(NEVER);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(body, StandardCharsets.UTF_8));
    }

    /** Decides what to answer. */
    interface Handler {
        Answer answer(Request request);
    }

    /** What was asked. */
    record Request(String method, String path, @Nullable String authorization, String body) {

        /** Method and path, without the body, which may hold a password. */
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What is answered. */
    record Answer(int status, String type, String body) {

        static final Answer NOTHING = new Answer(204, "text/plain", "");

        /** None: the client is kept waiting. */
        static final Answer NEVER = new Answer(0, "", "");

        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body);
        }

        static Answer text(int status, String body) {
            return new Answer(status, "text/plain; charset=utf-8", body);
        }

        static Answer html(String body) {
            return new Answer(200, "text/html; charset=utf-8", body);
        }

        @Override
        public String toString() {
            return status + " " + type;
        }
    }
}
