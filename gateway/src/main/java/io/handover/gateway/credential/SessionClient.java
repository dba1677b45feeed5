package io.handover.gateway.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handover.gateway.refusal.Refusal;
import io.handover.gateway.route.Routes;
import io.handover.gateway.upstream.Upstream;
import io.handover.gateway.upstream.UpstreamClient;
import io.quarkus.logging.Log;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Asks identity-service whether a credential is good. */
@Singleton
class SessionClient {

    private static final String SESSIONS = "/v1/sessions";
    private static final int LONGEST_WAIT_SECONDS = 3600;

    private final UpstreamClient client;
    private final Upstream identity;
    private final ObjectMapper json;

    SessionClient(UpstreamClient client, Routes routes, ObjectMapper json) {
        this.client = client;
        this.identity = routes.upstream(Upstream.IDENTITY);
        this.json = json;
    }

    /** Fails with a {@link Refusal}: 401 bad, 429 guessed too often, 503 when identity-service cannot say. */
    Future<Session> open(Credential credential) {
        return ask(credential)
                .recover(failure -> mayBeAskedAgain(failure) ? ask(credential) : Future.failedFuture(failure))
                .compose(answer -> answer.body().map(body -> read(answer, body)))
                .recover(failure -> Future.failedFuture(refusalOf(failure)));
    }

    /** A connection may end with its replica. Nobody is less or more signed in for having been asked about twice. */
    private static boolean mayBeAskedAgain(Throwable failure) {
        return UpstreamClient.isConnectionLost(failure);
    }

    private Future<HttpClientResponse> ask(Credential credential) {
        return client.request(identity, HttpMethod.POST, SESSIONS).compose(request -> ask(request, credential));
    }

    private static Future<HttpClientResponse> ask(HttpClientRequest request, Credential credential) {
        return request.putHeader("Authorization", credential.authorization())
                .putHeader("Handover-Client-Address", credential.clientAddress())
                .putHeader("Content-Length", "0")
                .send();
    }

    private Session read(HttpClientResponse answer, Buffer body) {
        return switch (answer.statusCode()) {
            case 200, 201 -> session(body);
            case 400, 401, 403 -> throw Refusal.unauthenticated();
            case 429 -> throw Refusal.tooOften(retryAfter(answer));
            default -> throw new IllegalStateException("identity-service answered " + answer.statusCode());
        };
    }

    private Session session(Buffer body) {
        try {
            JsonNode session = json.readTree(body.toString());
            return new Session(
                    session.required("access_token").asText(),
                    Duration.ofSeconds(session.required("expires_in").asLong()),
                    UUID.fromString(session.required("account_id").asText()),
                    UUID.fromString(session.required("user_id").asText()));
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            // The cause would quote the token.
            throw new IllegalStateException("identity-service answered something that is not a session");
        }
    }

    private static Duration retryAfter(HttpClientResponse answer) {
        return Optional.ofNullable(answer.getHeader("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Long.parseLong(seconds))))
                .orElse(Duration.ofSeconds(1));
    }

    private static Refusal refusalOf(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal;
        }
        Log.warnf("credential not checked error=%s", failure.getMessage());
        return Refusal.unavailable();
    }
}
