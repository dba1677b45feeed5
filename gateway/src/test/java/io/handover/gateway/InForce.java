package io.handover.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/**
 * Whether a neighbour knows of what was withdrawn: {@code SERVICE=never} not, {@code SERVICE=KEY} when a gate is open,
 * all else at once.
 */
record InForce(String service, Gate gate) implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String versions = exchange.getRequestHeaders().getFirst("Handover-Account-Version");
        boolean concerned = versions.startsWith(service + "=");
        if (concerned && versions.endsWith("=never")) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        if (concerned) {
            gate.await(versions.substring(versions.indexOf('=') + 1));
        }
        exchange.sendResponseHeaders(204, -1);
    }
}
