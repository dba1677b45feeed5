package io.handover.system.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A gateway. Who is told to come again does. */
final class Http implements AutoCloseable {

    private static final int TRIES = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;

    Http(URI gateway) {
        this.gateway = gateway;
    }

    /** The answer, which must be a good one. */
    JsonNode require(String authorization, Request request) {
        Answer answer = send(authorization, request);
        if (answer.status() >= 300) {
            throw new IllegalStateException(request + " is answered with " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    Answer send(String authorization, Request request) {
        HttpResponse<String> answer = exchange(authorization, request);
        int tries = 1;
        for (; isLater(answer) && tries < TRIES; tries++) {
            pause(Duration.ofSeconds(1));
            answer = exchange(authorization, request);
        }
        return new Answer(request, answer.statusCode(), read(answer.body()), tries > 1);
    }

    /** Looks again and again until it is so. */
    static void await(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("after " + PATIENCE + " it is still not so that " + what);
            }
            pause(Duration.ofMillis(50));
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpResponse<String> exchange(String authorization, Request request) {
        var built = HttpRequest.newBuilder(gateway.resolve(request.path()))
                .timeout(Duration.ofMinutes(1))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        if (!authorization.isEmpty()) {
            built.header("Authorization", authorization);
        }
        if (!request.body().isEmpty()) {
            built.header("Content-Type", "application/json");
        }
        try {
            return client.send(built.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(request + " got no answer", failed);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static boolean isLater(HttpResponse<String> answer) {
        return List.of(429, 503, 504).contains(answer.statusCode());
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException noJson) {
            throw new UncheckedIOException("an answer is not JSON", noJson);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(interrupted);
    }

    /** What is asked. */
    record Request(String method, String path, String body) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * What is answered.
     *
     * @param again whether it was put off before
     */
    record Answer(Request request, int status, JsonNode body, boolean again) {}
}
