package io.handover.quickstart.deadletter;

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
import java.time.Duration;

/** A service, as its operator speaks with it. */
final class Service {

    /** A long line takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String name;
    private final URI management;
    private final String token;

    Service(String name, URI management, String token) {
        this.name = name;
        this.management = management;
        this.token = token;
    }

    String name() {
        return name;
    }

    Answer list() {
        return send("GET", "");
    }

    Answer replay(String id) {
        return send("POST", "/" + id + "/replay");
    }

    Answer drop(String id) {
        return send("DELETE", "/" + id);
    }

    private Answer send(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/q/dead-letters" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), read(answer.body()));
        } catch (IOException away) {
            return new Answer(0, MissingNode.getInstance());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer(0, MissingNode.getInstance());
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
