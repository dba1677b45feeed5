package io.handover.notification.delivery;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;

/** Keeps deliveries moving: woken when something was heard, and now and then by itself. */
@ApplicationScoped
class DeliveryWorker {

    private static final int PARALLEL_MAX = 8;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final DeliverySender sender;
    private final Vertx vertx;
    private final Semaphore free = new Semaphore(PARALLEL_MAX);
    private volatile boolean stopped;

    DeliveryWorker(DeliverySender sender, Vertx vertx) {
        this.sender = sender;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(LOOK_AGAIN.toMillis(), timer -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Looks for work, on a context of its own: sessions of Hibernate Reactive belong to one. */
    void wake() {
        if (stopped || !free.tryAcquire()) {
            return;
        }
        Context context = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> sender.advanceOne().subscribe().with(this::ended, this::failed));
    }

    private void ended(boolean maybeMore) {
        free.release();
        if (maybeMore) {
            wake();
        }
    }

    private void failed(Throwable failure) {
        free.release();
        Log.warnf("deliveries wait: error=%s", failure);
    }
}
