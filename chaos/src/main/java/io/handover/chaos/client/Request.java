package io.handover.chaos.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A request to the API. */
record Request(String method, String path, String body, Map<String, String> headers) {

    static Request get(String path) {
        return new Request("GET", path, "", Map.of());
    }

    static Request delete(String path) {
        return new Request("DELETE", path, "", Map.of());
    }

    static Request post(String path, String body) {
        return new Request("POST", path, body, body.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json"));
    }

    /** With a user name and a password (RFC 7617). */
    Request as(String username, String password) {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** With an API token (RFC 6750). */
    Request withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Request with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, body, Map.copyOf(more));
    }

    /** Without headers and body, which hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
