package io.handover.chaos.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.handover.chaos.history.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** All gateways. A request goes to one of them, once. */
final class Gateways {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    /** Longer than a gateway waits for a service. */
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(40);

    private static final JsonMapper JSON = new JsonMapper();

    private final List<URI> gateways;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();

    Gateways(List<URI> gateways) {
        this.gateways = List.copyOf(gateways);
    }

    int count() {
        return gateways.size();
    }

    Answer send(Request request, int gateway) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(gateways.get(gateway).resolve(request.path()))
                .timeout(ANSWER_PATIENCE)
                .method(request.method(), BodyPublishers.ofString(request.body()));
        request.headers().forEach(asked::header);
        try {
            HttpResponse<String> answer = http.send(asked.build(), BodyHandlers.ofString());
            return new Answer(Outcome.of(answer.statusCode()), answer.statusCode(), read(answer.body()));
        } catch (ConnectException nobodyThere) {
            return new Answer(Outcome.REFUSED, 0, MissingNode.getInstance());
        } catch (IOException lost) {
            return new Answer(Outcome.UNKNOWN, 0, MissingNode.getInstance());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer(Outcome.UNKNOWN, 0, MissingNode.getInstance());
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
