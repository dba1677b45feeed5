package io.handover.gateway.door;

import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** One line per request. Query, headers and bodies stay out of it: they may hold secrets. */
@Singleton
final class AccessLog {

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    void follow(Visit visit) {
        Instant began = clock.instant();
        HttpServerResponse response = visit.request().response();
        AtomicBoolean written = new AtomicBoolean();
        response.endHandler(ignored -> write(visit, began, "answered", written));
        response.closeHandler(ignored -> write(visit, began, "connection lost", written));
    }

    private void write(Visit visit, Instant began, String how, AtomicBoolean written) {
        if (written.compareAndSet(false, true)) {
            Log.infof(
                    "request %s method=%s path=%s status=%d durationMillis=%d requestId=%s accountId=%s",
                    how,
                    visit.request().method(),
                    visit.path(),
                    visit.request().response().getStatusCode(),
                    Duration.between(began, clock.instant()).toMillis(),
                    visit.requestId(),
                    visit.accountId().map(Object::toString).orElse("-"));
        }
    }
}
