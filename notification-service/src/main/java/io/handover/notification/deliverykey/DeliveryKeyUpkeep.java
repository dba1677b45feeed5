package io.handover.notification.deliverykey;

import io.handover.kit.work.OwnContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Looks after the keys from the start on: destroys what expired, rotates key-encryption keys, refills the stock. */
@ApplicationScoped
class DeliveryKeyUpkeep {

    /** After a failure: without keys nobody can deploy with a password. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DeliveryKeyRepository keys;
    private final KeyRotation rotation;
    private final KeyStock stock;
    private final DeliveryKeyConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private volatile boolean stopped;

    DeliveryKeyUpkeep(
            DeliveryKeyRepository keys,
            KeyRotation rotation,
            KeyStock stock,
            DeliveryKeyConfig config,
            Clock clock,
            Vertx vertx) {
        this.keys = keys;
        this.rotation = rotation;
        this.stock = stock;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        look();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void look() {
        if (stopped) {
            return;
        }
        OwnContext.run(
                vertx, own -> destroyExpired().chain(this::renew), done -> lookIn(config.lookEvery()), this::failed);
    }

    private void failed(Throwable failure) {
        Log.warnf("delivery keys wait: error=%s", failure);
        lookIn(SOON);
    }

    private void lookIn(Duration pause) {
        vertx.setTimer(pause.toMillis(), timer -> look());
    }

    /** First, and alone: it must not wait for whoever keeps the key-encryption keys. */
    private Uni<Void> destroyExpired() {
        return Panache.withTransaction(() -> keys.destroyExpired(clock.instant()))
                .invoke(count -> {
                    if (count > 0) {
                        Log.infof("expired delivery keys destroyed count=%d", count);
                    }
                })
                .replaceWithVoid();
    }

    /** One replica at a time. */
    private Uni<Void> renew() {
        return Panache.withTransaction(() -> keys.lock().chain(rotation::look).chain(stock::refill));
    }
}
