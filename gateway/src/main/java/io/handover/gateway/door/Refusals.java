package io.handover.gateway.door;

import io.handover.gateway.refusal.Refusal;
import io.micrometer.core.instrument.Metrics;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Answers refusals in the shape that the path's clients expect. */
@Singleton
final class Refusals {

    /** A client that is still sending reads its answer only when it is done, or has this long to be. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final Vertx vertx;

    Refusals(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Answers at the door. */
    void answer(Visit visit, Refusal refusal) {
        HttpServerResponse response = visit.request().response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(refusal.status());
        response.headers().addAll(refusal.headers());
        response.putHeader("Content-Type", visit.errorShape().contentType());
        Headers.dressForClient(response.headers(), visit);
        response.end(body(visit, refusal));
        drain(visit.request());
    }

    /** Answers in place of a service. */
    static ProxyResponse instead(ProxyResponse response, Visit visit, Refusal refusal) {
        response.release().setStatusCode(refusal.status()).setStatusMessage(null);
        response.headers().clear().addAll(refusal.headers());
        return response.putHeader("Content-Type", visit.errorShape().contentType())
                .setBody(Body.body(body(visit, refusal)));
    }

    private static Buffer body(Visit visit, Refusal refusal) {
        Metrics.counter("handover.refusals", "code", refusal.code(), "status", String.valueOf(refusal.status()))
                .increment();
        return Buffer.buffer(visit.errorShape().body(refusal, visit.requestId()));
    }

    private void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(
                LINGER.toMillis(), ignored -> request.connection().close());
        request.handler(ignored -> {});
        request.exceptionHandler(ignored -> vertx.cancelTimer(timer));
        request.endHandler(ignored -> vertx.cancelTimer(timer));
        request.resume();
    }
}
