package io.handover.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a test tells the neighbours, and asks them, from beside the gateway. */
final class Control implements HttpHandler {

    private final Sessions sessions;
    private final Gate gate;
    private final Progress progress;

    Control(Sessions sessions, Gate gate, Progress progress) {
        this.sessions = sessions;
        this.gate = gate;
        this.progress = progress;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestURI().getPath();
        String key = Wishes.of(exchange).required("key");
        switch (what) {
            case "/control/revoke" -> sessions.revoke(key);
            case "/control/open" -> gate.open(key);
            default -> {}
        }
        long answer = what.equals("/control/sent") ? progress.of(key) : sessions.asked(key);
        byte[] asked = Long.toString(answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, asked.length);
        try (var out = exchange.getResponseBody()) {
            out.write(asked);
        }
    }
}
