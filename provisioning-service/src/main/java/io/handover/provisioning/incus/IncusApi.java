package io.handover.provisioning.incus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Incus' REST API, in one project. An answer that is an operation is awaited for a while; whoever does not get it asks
 * again, for everything is found by its name. Fails with {@link IncusFailure}, or with an I/O error.
 */
final class IncusApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VERSION = "/1.0";
    private static final Set<String> NOWHERE = Set.of("", "none");
    private static final int ERROR = 400;
    private static final int RUNNING_MIN = 100;
    private static final int RUNNING_MAX = 199;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final HttpClient client;
    private final URI url;
    private final String project;
    private final Duration patience;
    private final Duration operationPatience;

    IncusApi(IncusSettings settings) {
        this.client = HttpClient.newBuilder()
                .sslContext(IncusTrust.of(settings))
                .connectTimeout(settings.patience())
                .build();
        this.url = settings.url();
        this.project = settings.project();
        this.patience = settings.patience();
        this.operationPatience = settings.operationPatience();
    }

    /** What there is, by its path under {@code /1.0}. */
    Uni<JsonNode> get(String path) {
        return sent(request(path, patience).GET()).map(answer -> answer.path("metadata"));
    }

    /** The same; empty when there is nothing. */
    Uni<Optional<JsonNode>> find(String path) {
        return get(path).map(Optional::of).onFailure(IncusApi::isNotFound).recoverWithItem(Optional.empty());
    }

    /** Changes something, and waits until that is done. */
    Uni<Void> change(String method, String path, Map<String, ?> body) {
        return sent(request(path, patience).method(method, json(body)))
                .map(answer -> answer.path("operation").asText())
                .chain(operation -> operation.isEmpty() ? Uni.createFrom().voidItem() : awaited(operation));
    }

    /** Removes something, if it is there. */
    Uni<Void> delete(String path) {
        return change("DELETE", path, Map.of()).onFailure(IncusApi::isNotFound).recoverWithNull();
    }

    /** What failed as an operation answers like a request that did. */
    private Uni<Void> awaited(String operation) {
        String path = "/operations/" + name(operation) + "/wait?timeout=" + operationPatience.toSeconds();
        return sent(request(path, operationPatience.plus(GRACE)).GET())
                .onFailure(IncusFailure.class)
                .transform(failure -> failure.ofOperation())
                .invoke(answer -> refuseUnlessDone(operation, answer.path("metadata")))
                .replaceWithVoid();
    }

    /** A file of a guest; empty when there is none. */
    Uni<Optional<GuestFile>> read(String instance, String path) {
        HttpRequest request = request(filePath(instance, path), patience).GET().build();
        return answered(request)
                .map(answer -> {
                    if (answer.statusCode() >= ERROR) {
                        done(answer);
                    }
                    return Optional.of(GuestFile.of(answer));
                })
                .onFailure(IncusApi::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    /** Writes a file of a guest, whether that runs or not. */
    Uni<Void> write(String instance, String path, GuestFile file) {
        HttpRequest.Builder request = request(filePath(instance, path), patience)
                // Anything else, and Incus writes an empty file.
                .setHeader("Content-Type", "application/octet-stream");
        file.headers().forEach(request::setHeader);
        return sent(request.POST(BodyPublishers.ofByteArray(file.content()))).replaceWithVoid();
    }

    /** Writes what Incus makes a file of a guest from when it starts. */
    Uni<Void> writeTemplate(String instance, String template, byte[] content) {
        String path = "/instances/" + instance + "/metadata/templates?path=" + encoded(template);
        return sent(request(path, patience)
                        .setHeader("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(content)))
                .replaceWithVoid();
    }

    /** For a listener to what happens. */
    HttpClient client() {
        return client;
    }

    /** Where what happens to instances is told, as a WebSocket (RFC 6455). */
    URI events() {
        return URI.create("wss" + url.toString().substring("https".length()).replaceAll("/$", "")
                + "/1.0/events?type=lifecycle&project=" + encoded(project));
    }

    Duration patience() {
        return patience;
    }

    /** The name of what Incus calls by its URL, which says the project after it when that is not the default. */
    static String name(String url) {
        String path = url.split("[?]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The member of a cluster that has what is shown; empty where there is no cluster. */
    static Optional<String> location(JsonNode shown) {
        return Optional.of(shown.path("location").asText()).filter(member -> !NOWHERE.contains(member));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String filePath(String instance, String path) {
        return "/instances/" + instance + "/files?path=" + encoded(path);
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        String query = (path.contains("?") ? "&" : "?") + "project=" + encoded(project);
        return HttpRequest.newBuilder(url.resolve(VERSION + path + query))
                .timeout(timeout)
                .setHeader("Content-Type", "application/json");
    }

    private Uni<JsonNode> sent(HttpRequest.Builder request) {
        return answered(request.build()).map(IncusApi::done);
    }

    /** Whoever cancels ends the request, too. */
    private Uni<HttpResponse<byte[]>> answered(HttpRequest request) {
        return Uni.createFrom().emitter(answer -> {
            var sent = client.sendAsync(request, BodyHandlers.ofByteArray());
            answer.onTermination(() -> sent.cancel(true));
            var _ = sent.whenComplete((response, failure) -> {
                if (failure == null) {
                    answer.complete(response);
                } else {
                    answer.fail(failure);
                }
            });
        });
    }

    private static void refuseUnlessDone(String operation, JsonNode ended) {
        int status = ended.path("status_code").asInt();
        if (status >= ERROR) {
            throw IncusFailure.ended(status, ended.path("err").asText());
        }
        if (status >= RUNNING_MIN && status <= RUNNING_MAX) {
            throw IncusFailure.underWay(operation);
        }
    }

    /** An operation that failed is told of with status 200, and an error in the body. */
    private static JsonNode done(HttpResponse<byte[]> answer) {
        JsonNode body = parsed(answer);
        if (answer.statusCode() >= ERROR || "error".equals(body.path("type").asText())) {
            throw IncusFailure.answered(
                    body.path("error_code").asInt(answer.statusCode()),
                    body.path("error").asText());
        }
        return body;
    }

    private static JsonNode parsed(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException garbled) {
            throw new UncheckedIOException("Incus answered with no JSON", garbled);
        }
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static boolean isNotFound(Throwable failure) {
        return failure instanceof IncusFailure answer && answer.isNotFound();
    }
}
