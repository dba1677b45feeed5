package io.handover.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** A client of the gateway or of the inbox, with one user's credential. */
public final class Client {

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(30);
    private static final Duration CHANGE_PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI server;
    private final String authorization;

    private Client(HttpClient http, URI server, String authorization) {
        this.http = http;
        this.server = server;
        this.authorization = authorization;
    }

    /** Nobody yet. */
    public static Client of(HttpClient http, URI server) {
        return new Client(http, server, "");
    }

    /** With a user name and a password (RFC 7617). */
    public Client as(String username, String password) {
        return new Client(http, server, basic(username, password));
    }

    /** What such a client says of itself in {@code Authorization}. */
    public static String basic(String username, String password) {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** With an API token (RFC 6750). */
    public Client with(String token) {
        return new Client(http, server, "Bearer " + token);
    }

    /** The answer, which must be 200. */
    public JsonNode get(String path) {
        return send("GET", path, "", 200);
    }

    /** The answer, which must have this status. */
    public JsonNode post(String path, String body, int status) {
        return send("POST", path, body, status);
    }

    /** Deletes what is there; the answer must be 204. */
    public void delete(String path) {
        send("DELETE", path, "", 204);
    }

    /** The answer's status to a request that may well be refused. */
    public int statusOf(String path) {
        return exchange("GET", path, "").statusCode();
    }

    /** Asks again and again until there is something. */
    public static <T> T await(String what, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + CHANGE_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause();
        }
        throw new Unexpected(what + " did not come within " + CHANGE_PATIENCE.toSeconds() + " s.");
    }

    private JsonNode send(String method, String path, String body, int expected) {
        HttpResponse<String> answer = exchange(method, path, body);
        if (answer.statusCode() != expected) {
            throw new Unexpected(method + " " + path + " answered " + answer.statusCode() + " instead of " + expected
                    + ": " + answer.body());
        }
        return read(answer.body());
    }

    private HttpResponse<String> exchange(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(ANSWER_PATIENCE)
                .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new Unexpected(method + " " + path + " got no answer: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException noJson) {
            throw new Unexpected("An answer is not JSON.");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private static Unexpected interrupted() {
        Thread.currentThread().interrupt();
        return new Unexpected("It was interrupted.");
    }
}
