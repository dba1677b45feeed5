package io.handover.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/** Changes things and looks at them in turn, on one connection at a time, and asks nothing twice. */
final class SteadyClient {

    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api api;
    private final Caller caller;
    private final Change look;
    private final IntFunction<List<Change>> changes;
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final List<String> lost = new ArrayList<>();
    private int requests;

    /**
     * One that has not begun.
     *
     * @param look a path that can be read at any time
     * @param changes what to ask for in each round, by its number
     */
    SteadyClient(Api api, Caller caller, String look, IntFunction<List<Change>> changes) {
        this.api = api;
        this.caller = caller;
        this.look = new Change(200, "GET", look, "");
        this.changes = changes;
    }

    /**
     * A request.
     *
     * @param status that it is answered with
     */
    record Change(int status, String method, String path, String body) {}

    static Change post(int status, String path, String body) {
        return new Change(status, "POST", path, body);
    }

    static Change put(int status, String path, String body) {
        return new Change(status, "PUT", path, body);
    }

    static Change delete(int status, String path) {
        return new Change(status, "DELETE", path, "");
    }

    /** Until it is over. */
    void goOn(AtomicBoolean over) {
        try (http) {
            for (int round = 0; !over.get(); round++) {
                for (Change change : changes.apply(round)) {
                    send(change);
                }
                send(look);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    int requests() {
        return requests;
    }

    /** What was not answered as it is on a quiet day. */
    List<String> lost() {
        return lost;
    }

    private void send(Change change) throws InterruptedException {
        requests++;
        Instant began = Instant.now();
        try {
            HttpResponse<String> answer = http.send(request(change), BodyHandlers.ofString());
            if (answer.statusCode() != change.status()) {
                note(change, began, answer.statusCode() + " " + answer.body());
            }
        } catch (IOException failed) {
            note(change, began, failed.toString());
        }
        Thread.sleep(PACE);
    }

    private void note(Change change, Instant began, String what) {
        lost.add(began + " to " + Instant.now() + " " + change.method() + " " + change.path() + ": " + what);
    }

    private HttpRequest request(Change change) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.gateway().resolve(change.path()))
                .timeout(PATIENCE)
                .method(change.method(), BodyPublishers.ofString(change.body()));
        if (!change.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!caller.equals(Caller.NOBODY)) {
            request.header("Authorization", caller.authorization());
        }
        return request.build();
    }
}
