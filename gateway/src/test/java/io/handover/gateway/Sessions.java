package io.handover.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands where identity-service's {@code POST /v1/sessions} stands. The password says what becomes of the credential; a
 * user's n-th access token ends in {@code -n}.
 */
final class Sessions implements HttpHandler {

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final Gate gate;

    Sessions(Gate gate) {
        this.gate = gate;
    }

    void revoke(String user) {
        revoked.add(user);
    }

    int asked(String user) {
        return counter(user).get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String[] credential = credential(exchange.getRequestHeaders().getFirst("Authorization"));
        String user = credential[0];
        int count = counter(user).incrementAndGet();
        switch (revoked.contains(user) ? "revoked" : credential[1]) {
            case "right" -> answer(exchange, 200, session(user, count, 300));
            case "held" -> {
                gate.await(user);
                answer(exchange, 200, session(user, count, 300));
            }
            case "short" -> answer(exchange, 200, session(user, count, 30));
            case "throttled" -> {
                exchange.getResponseHeaders().set("Retry-After", "7");
                answer(exchange, 429, "{}");
            }
            case "lost once" -> {
                if (count == 1) {
                    exchange.close();
                } else {
                    answer(exchange, 200, session(user, count, 300));
                }
            }
            case "lost" -> exchange.close();
            case "broken" -> answer(exchange, 500, "{}");
            case "garbled" -> answer(exchange, 200, "[17, broken");
            case "nobody" -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}");
            default -> answer(exchange, 401, "{}");
        }
    }

    private AtomicInteger counter(String user) {
        return asked.computeIfAbsent(user, ignored -> new AtomicInteger());
    }

    /** An API token {@code ucat_<user>} is good. */
    private static String[] credential(String authorization) {
        String value = authorization.substring(authorization.indexOf(' ') + 1);
        if (value.startsWith("ucat_")) {
            return new String[] {value.substring("ucat_".length()), "right"};
        }
        return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8).split(":", 2);
    }

    private static String session(String user, int count, int lifetime) {
        return """
                {"access_token":"token-%s-%d","token_type":"Bearer","expires_in":%d,"account_id":"%s","user_id":"%s"}""".formatted(
                        user,
                        count,
                        lifetime,
                        TestUser.named(user).accountId(),
                        TestUser.named(user).userId());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
