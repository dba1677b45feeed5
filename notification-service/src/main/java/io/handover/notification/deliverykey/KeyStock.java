package io.handover.notification.deliverykey;

import io.handover.events.Topics;
import io.handover.events.notification.DeliveryKey;
import io.handover.events.notification.DeliveryKeysOffered;
import io.handover.kit.ambient.Ids;
import io.handover.kit.outbox.Outbox;
import io.handover.notification.keyencryption.KeyEncryptionKeys;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Offers a batch of keys whenever few are left that may be sealed to for long. */
@ApplicationScoped
class KeyStock {

    private final DeliveryKeyRepository keys;
    private final KeyEncryptionKeys keks;
    private final DeliveryKeyConfig config;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final Vertx vertx;

    KeyStock(
            DeliveryKeyRepository keys,
            KeyEncryptionKeys keks,
            DeliveryKeyConfig config,
            Outbox outbox,
            Ids ids,
            Clock clock,
            Vertx vertx) {
        if (config.usableFor().compareTo(config.lifetime()) >= 0) {
            throw new IllegalArgumentException(
                    "handover.delivery-key.usable-for must be shorter than handover.delivery-key.lifetime.");
        }
        this.keys = keys;
        this.keks = keks;
        this.config = config;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** A key pair that is not wrapped yet. */
    private record Fresh(UUID keyId, DeliveryKeyPair pair) {}

    /** Offers a batch if it is due, in the present transaction, wrapped by a key-encryption key. */
    Uni<Void> refill(UUID kek) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return keys.countUnspent(now.plus(config.usableFor().dividedBy(2)))
                .chain(left -> left < config.lowWater()
                        ? offer(kek, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> offer(UUID kek, Instant now) {
        return vertx.executeBlocking(this::fresh, false)
                .chain(batch -> wrapAll(batch, kek, now)
                        .chain(wrapped -> keys.persist(wrapped))
                        .chain(() -> outbox.record(Topics.NOTIFICATION_DELIVERY_KEY, offered(batch, now)))
                        .invoke(() -> Log.infof("delivery keys offered count=%d", batch.size())));
    }

    private List<Fresh> fresh() {
        return IntStream.range(0, config.batch())
                .mapToObj(at -> new Fresh(ids.timeOrdered(), DeliveryKeyPair.make()))
                .toList();
    }

    private Uni<List<WrappedKey>> wrapAll(List<Fresh> batch, UUID kek, Instant now) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(key -> wrap(key, kek, now))
                .collect()
                .asList();
    }

    private Uni<WrappedKey> wrap(Fresh key, UUID kek, Instant now) {
        byte[] secret = key.pair().privateKeyset();
        Instant expiresAt = now.plus(config.lifetime());
        return keks.wrap(kek, secret, WrappedKey.context(key.keyId(), expiresAt))
                .eventually(() -> Arrays.fill(secret, (byte) 0))
                .map(wrapped -> new WrappedKey(key.keyId(), kek, wrapped, now.plus(config.usableFor()), expiresAt));
    }

    private DeliveryKeysOffered offered(List<Fresh> batch, Instant now) {
        return new DeliveryKeysOffered(batch.stream()
                .map(key -> new DeliveryKey(
                        key.keyId(), key.pair().publicKey(), now.plus(config.usableFor()), now.plus(config.lifetime())))
                .toList());
    }
}
