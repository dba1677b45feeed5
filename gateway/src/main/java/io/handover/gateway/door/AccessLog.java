package io.handover.gateway.door;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** One line per request. Query, headers and bodies stay out of it: they may hold secrets. */
@Singleton
final class AccessLog {

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    void follow(Visit visit) {
        Instant began = clock.instant();
        visit.end().onComplete(_ -> write(visit, began));
    }

    private void write(Visit visit, Instant began) {
        Log.infof(
                "request %s method=%s path=%s status=%d durationMillis=%d requestId=%s accountId=%s",
                visit.request().response().ended() ? "answered" : "given up, connection lost",
                visit.request().method(),
                visit.path(),
                visit.request().response().getStatusCode(),
                Duration.between(began, clock.instant()).toMillis(),
                visit.requestId(),
                visit.accountId().map(Object::toString).orElse("-"));
    }
}
