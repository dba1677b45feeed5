package io.handover.quickstart.overload;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/**
 * A request, and where it seems to come from.
 *
 * @param authorization the header's value; empty for none
 */
record Ask(String method, String path, String authorization, String address, String body) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Ask get(String path, String authorization, String address) {
        return new Ask("GET", path, authorization, address, "");
    }

    HttpRequest of(URI gateway) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("X-Forwarded-For", address)
                .method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }
}
