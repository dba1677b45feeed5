package io.handover.notification.deliverykey;

import io.handover.events.Topics;
import io.handover.kit.ambient.Ids;
import io.handover.kit.outbox.Outbox;
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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Offers a key at the first start, a new one every period, and deletes those that nobody needs any more. */
@ApplicationScoped
class DeliveryKeyRenewal {

    /** The first key is waited for: without it nobody can deploy with a password. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DeliveryKeyRepository keys;
    private final DeliveryKeyConfig config;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final Vertx vertx;
    private volatile boolean stopped;

    DeliveryKeyRenewal(
            DeliveryKeyRepository keys, DeliveryKeyConfig config, Outbox outbox, Ids ids, Clock clock, Vertx vertx) {
        this.keys = keys;
        this.config = config;
        this.outbox = outbox;
        this.ids = ids;
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
        OwnContext.run(vertx, own -> renew(), done -> lookIn(config.lookEvery()), this::failed);
    }

    private void failed(Throwable failure) {
        Log.warnf("delivery keys wait: error=%s", failure);
        lookIn(SOON);
    }

    private void lookIn(Duration pause) {
        vertx.setTimer(pause.toMillis(), timer -> look());
    }

    private Uni<Void> renew() {
        return Panache.withTransaction(() -> keys.lock()
                .chain(keys::newest)
                .chain(this::offerIfDue)
                .chain(() -> keys.deleteUnused(clock.instant().minus(config.grace()))));
    }

    private Uni<Void> offerIfDue(@Nullable DeliveryKeyPair newest) {
        Instant now = clock.instant();
        if (newest != null && now.isBefore(newest.offeredAt().plus(config.period()))) {
            return Uni.createFrom().voidItem();
        }
        UUID keyId = ids.timeOrdered();
        return keys.persistAndFlush(DeliveryKeyPair.make(keyId, now))
                .chain(key -> outbox.record(Topics.NOTIFICATION_DELIVERY_KEY, key.offered()))
                .invoke(() -> Log.infof("delivery key offered keyId=%s", keyId));
    }
}
