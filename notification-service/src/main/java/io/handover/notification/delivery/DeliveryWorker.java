package io.handover.notification.delivery;

import io.handover.kit.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Keeps deliveries moving: woken when something was heard, and now and then by itself. */
@ApplicationScoped
class DeliveryWorker {

    private static final int PARALLEL_MAX = 8;

    private final Worker worker;

    DeliveryWorker(DeliverySender sender, Vertx vertx) {
        this.worker = new Worker("deliveries", vertx, PARALLEL_MAX, sender::advanceOne);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    void wake() {
        worker.wake();
    }
}
