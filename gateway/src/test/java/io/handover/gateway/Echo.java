package io.handover.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Answers what it was asked, unless the query wishes otherwise: {@code answer} is {@code status}, {@code bytes},
 * {@code in-two-parts}, {@code hang-up}, {@code hang-up-once} or {@code silence}.
 */
final class Echo implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Gate gate;
    private final Progress progress;
    private final Set<String> hungUp = ConcurrentHashMap.newKeySet();

    Echo(String name, Gate gate, Progress progress) {
        this.name = name;
        this.gate = gate;
        this.progress = progress;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Wishes wishes = Wishes.of(exchange);
        dress(exchange.getResponseHeaders(), wishes);
        if (isTokenTooOld(exchange, wishes)) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        switch (wishes.get("answer").orElse("echo")) {
            case "status" -> status(exchange, wishes);
            case "bytes" ->
                bytes(
                        exchange,
                        Integer.parseInt(wishes.required("size")),
                        wishes.get("key").orElse(name));
            case "in-two-parts" -> inTwoParts(exchange, wishes.required("key"));
            case "hang-up" -> exchange.close();
            case "hang-up-once" -> hangUpOnce(exchange, body, wishes.required("key"));
            case "silence" -> gate.await("never");
            default -> echo(exchange, body);
        }
    }

    private static void dress(Headers headers, Wishes wishes) {
        headers.set("Server", "echo/1");
        headers.set("Keep-Alive", "timeout=5");
        headers.set("Handover-Internal", "secret");
        headers.set("X-Own", "kept");
        wishes.get("version").ifPresent(version -> headers.set("Handover-Account-Version", version));
        wishes.get("withdrawn").ifPresent(version -> headers.set("Handover-Account-Withdrawn", version));
        wishes.get("location").ifPresent(location -> headers.set("Location", location));
        wishes.get("cache").ifPresent(cache -> headers.set("Cache-Control", cache));
    }

    /** As a service whose keys have changed: it wants the n-th token of a user or a later one. */
    private static boolean isTokenTooOld(HttpExchange exchange, Wishes wishes) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        return wishes.get("wants-token")
                .filter(least ->
                        Integer.parseInt(token.substring(token.lastIndexOf('-') + 1)) < Integer.parseInt(least))
                .isPresent();
    }

    private static void status(HttpExchange exchange, Wishes wishes) throws IOException {
        wishes.get("type").ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        answer(
                exchange,
                Integer.parseInt(wishes.required("status")),
                "{\"its\":\"own\"}".getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(HttpExchange exchange, int size, String key) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int sent = 0; sent < size; sent += 1_000) {
                out.write(new byte[1_000]);
                progress.advance(key, 1_000);
            }
        } catch (IOException lost) {
            progress.breakOff(key);
            throw lost;
        }
    }

    private void inTwoParts(HttpExchange exchange, String key) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write('1');
            out.flush();
            gate.await(key);
            out.write('2');
        }
    }

    private void hangUpOnce(HttpExchange exchange, byte[] body, String key) throws IOException {
        if (hungUp.add(key)) {
            exchange.close();
        } else {
            echo(exchange, body);
        }
    }

    private void echo(HttpExchange exchange, byte[] body) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(",", header.getValue())));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        answer(
                exchange,
                200,
                JSON.writeValueAsBytes(Map.of(
                        "service",
                        name,
                        "method",
                        exchange.getRequestMethod(),
                        "uri",
                        exchange.getRequestURI().toString(),
                        "headers",
                        headers,
                        "body_length",
                        body.length)));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD") || status == 204) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
