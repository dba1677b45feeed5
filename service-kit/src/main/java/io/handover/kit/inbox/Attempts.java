package io.handover.kit.inbox;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How often something is tried before it is given up, and how long is waited in between. */
final class Attempts {

    /** Enough for a deadlock or a lost connection; what still fails then is poison. */
    private static final int MAX = 5;

    /** Waits 50 ms, 100 ms, 200 ms, ... between attempts. */
    private static final long FIRST_WAIT_MILLIS = 50;

    /** A database that is away is not the event's fault: it is waited for, this long between attempts. */
    private static final long OUTAGE_WAIT_MILLIS = 1000;

    /** Connection exception, insufficient resources, shutting down or not started yet. */
    private static final List<String> OUTAGES = List.of("08", "53", "57P");

    private Attempts() {}

    /** A few, and as many as an outage takes. */
    static Multi<Long> fewButForOutages(Multi<Throwable> failures, String topic) {
        AtomicInteger attempts = new AtomicInteger();
        return failures.onItem()
                .transformToUniAndConcatenate(
                        failure -> isOutage(failure) ? waitingForDatabase(failure, topic) : few(failure, attempts));
    }

    /** A few. */
    static Multi<Long> few(Multi<Throwable> failures) {
        AtomicInteger attempts = new AtomicInteger();
        return failures.onItem().transformToUniAndConcatenate(failure -> few(failure, attempts));
    }

    /** As many as it takes: for what nothing else can be done about. */
    static Multi<Long> untilItWorks(Multi<Throwable> failures, String topic) {
        return failures.onItem().transformToUniAndConcatenate(failure -> waitingForDatabase(failure, topic));
    }

    private static Uni<Long> few(Throwable failure, AtomicInteger attempts) {
        int attempt = attempts.incrementAndGet();
        return attempt < MAX
                ? waiting(FIRST_WAIT_MILLIS << (attempt - 1))
                : Uni.createFrom().failure(failure);
    }

    private static Uni<Long> waitingForDatabase(Throwable failure, String topic) {
        Log.warnf("database is away, the event waits topic=%s error=%s", topic, Cause.of(failure));
        return waiting(OUTAGE_WAIT_MILLIS);
    }

    /** Whether it is not the event's fault. */
    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean outage = switch (cause) {
                case DatabaseException refused -> isOutage(refused.getSqlState());
                case VertxException lost -> true;
                case IOException lost -> true;
                // What the pool says while the service ends, and when it has no connection in time.
                case NoStackTraceThrowable closed -> true;
                default -> false;
            };
            if (outage) {
                return true;
            }
        }
        return false;
    }

    /** By PostgreSQL's classes of errors; what else it refuses, it will refuse again. */
    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState != null && OUTAGES.stream().anyMatch(sqlState::startsWith);
    }

    /** On the context it is called from: Hibernate Reactive's sessions belong to one. */
    private static Uni<Long> waiting(long millis) {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .emitter(step -> context.owner()
                        .setTimer(millis, timer -> context.runOnContext(ignored -> step.complete(timer))));
    }
}
