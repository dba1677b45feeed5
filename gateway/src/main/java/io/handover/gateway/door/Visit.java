package io.handover.gateway.door;

import io.handover.gateway.refusal.ErrorShape;
import io.handover.gateway.route.RequestTarget;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request from when it comes in until it is answered. */
final class Visit {

    private static final String WELL_FORMED_ID = "[A-Za-z0-9._-]{1,64}";

    private final HttpServerRequest request;
    private final String requestId;
    private final String path;
    private final Promise<Void> end = Promise.promise();
    private String clientAddress = "unknown";
    private @Nullable UUID accountId;

    Visit(HttpServerRequest request) {
        this.request = request;
        this.requestId = Optional.ofNullable(request.getHeader(Headers.REQUEST_ID))
                .filter(id -> id.matches(WELL_FORMED_ID))
                .orElseGet(() -> UUID.randomUUID().toString());
        this.path = RequestTarget.pathOf(Optional.ofNullable(request.uri()).orElse(""));
        // Both are called when the connection is lost before the answer.
        request.response().endHandler(_ -> end.tryComplete());
        request.response().closeHandler(_ -> end.tryComplete());
    }

    /** Completes when the answer is given, or the connection lost. */
    Future<Void> end() {
        return end.future();
    }

    HttpServerRequest request() {
        return request;
    }

    /** The client's own, if it is well-formed. */
    String requestId() {
        return requestId;
    }

    /** For logs and error shapes; not for routing. */
    String path() {
        return path;
    }

    ErrorShape errorShape() {
        return ErrorShape.of(path);
    }

    /** Where the client is, once that is known. */
    String clientAddress() {
        return clientAddress;
    }

    void comesFrom(String address) {
        clientAddress = address;
    }

    boolean isSafe() {
        return switch (request.method().name()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    void belongsTo(UUID account) {
        accountId = account;
    }

    Optional<UUID> accountId() {
        return Optional.ofNullable(accountId);
    }
}
