package io.handover.notification.keyencryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for Vault's transit engine, which can't be had from a package registry: the requests of its HTTP API that a
 * key's life takes, with its statuses, over keys that really encrypt. It deletes none that was not told may go.
 */
final class FakeTransit {

    static final String TOKEN = "a token";

    private static final String PREFIX = "vault:v1:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Aead> keys = new ConcurrentHashMap<>();
    private final Set<String> mayGo = ConcurrentHashMap.newKeySet();

    private FakeTransit(HttpServer server) {
        this.server = server;
    }

    static FakeTransit start() {
        try {
            var fake =
                    new FakeTransit(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            fake.server.createContext("/v1/transit/", fake::answer);
            fake.server.start();
            return fake;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private record Answer(int status, Object body) {

        static Answer of(Map<String, ?> data) {
            return new Answer(200, Map.of("data", data));
        }

        static Answer refused(int status, String why) {
            return new Answer(status, Map.of("errors", List.of(why)));
        }

        static Answer nothing() {
            return new Answer(204, Map.of());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))
                ? answer(exchange, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body))
                : Answer.refused(403, "permission denied");
        byte[] bytes = answer.status() == 204 ? new byte[0] : JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(HttpExchange exchange, JsonNode body) {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        String key = path.length > 4 ? path[4] : "";
        String what = exchange.getRequestMethod() + " " + path[3] + (path.length > 5 ? "/" + path[5] : "");
        try {
            return switch (what) {
                case "LIST keys" -> list();
                case "POST keys" -> make(key);
                case "POST keys/config" -> configure(key, body);
                case "DELETE keys" -> delete(key);
                case "POST encrypt" -> encrypt(key, body);
                case "POST decrypt" -> decrypt(key, body);
                default -> Answer.refused(404, "no handler for route " + what);
            };
        } catch (GeneralSecurityException wrong) {
            return Answer.refused(400, "cipher: message authentication failed");
        }
    }

    private Answer list() {
        return keys.isEmpty()
                ? new Answer(404, Map.of("errors", List.of()))
                : Answer.of(Map.of("keys", List.copyOf(keys.keySet())));
    }

    private Answer make(String name) throws GeneralSecurityException {
        Aead key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
        keys.putIfAbsent(name, key);
        return Answer.of(Map.of("name", name, "type", "aes256-gcm96"));
    }

    private Answer configure(String name, JsonNode body) {
        if (!keys.containsKey(name)) {
            return Answer.refused(400, "no existing key named " + name + " could be found");
        }
        if (body.path("deletion_allowed").asBoolean()) {
            mayGo.add(name);
        }
        return Answer.nothing();
    }

    private Answer delete(String name) {
        if (!mayGo.remove(name)) {
            return Answer.refused(400, "deletion is not allowed for this key");
        }
        keys.remove(name);
        return Answer.nothing();
    }

    private Answer encrypt(String name, JsonNode body) throws GeneralSecurityException {
        byte[] sealed = key(name).encrypt(bytes(body, "plaintext"), bytes(body, "associated_data"));
        return Answer.of(Map.of("ciphertext", PREFIX + Base64.getEncoder().encodeToString(sealed), "key_version", 1));
    }

    private Answer decrypt(String name, JsonNode body) throws GeneralSecurityException {
        String sealed = body.path("ciphertext").asText().substring(PREFIX.length());
        byte[] opened = key(name)
                .decrypt(
                        Base64.getDecoder().decode(sealed.getBytes(StandardCharsets.US_ASCII)),
                        bytes(body, "associated_data"));
        return Answer.of(Map.of("plaintext", Base64.getEncoder().encodeToString(opened)));
    }

    private Aead key(String name) throws GeneralSecurityException {
        Aead key = keys.get(name);
        if (key == null) {
            throw new GeneralSecurityException("encryption key not found");
        }
        return key;
    }

    private static byte[] bytes(JsonNode body, String field) {
        return Base64.getDecoder().decode(body.path(field).asText());
    }
}
