package io.handover.notification.delivery;

import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.notification.PasswordBounced;
import io.handover.kit.outbox.Outbox;
import io.handover.notification.channel.Channels;
import io.handover.notification.delivery.DeliveryState.Bounced;
import io.handover.notification.setting.DeliverySettings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes a provider's word on a message it had accepted: once, in any order, and also before its own answer. */
@ApplicationScoped
public class Receipts {

    private final DeliveryRepository deliveries;
    private final DeliveryMoves moves;
    private final DeliverySettings settings;
    private final Channels channels;
    private final Outbox outbox;
    private final Clock clock;

    Receipts(
            DeliveryRepository deliveries,
            DeliveryMoves moves,
            DeliverySettings settings,
            Channels channels,
            Outbox outbox,
            Clock clock) {
        this.deliveries = deliveries;
        this.moves = moves;
        this.settings = settings;
        this.channels = channels;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Of the message that a provider gave an id; nothing happens when it is not this delivery's. */
    public Uni<Void> take(UUID deliveryId, String messageId, Receipt receipt) {
        return Panache.withTransaction(() ->
                deliveries.lock(deliveryId).chain(found -> take(found, it -> it.mayBe(messageId), receipt)));
    }

    /** Of the mail that was sent from a bounce address; nothing happens when there is none of this tag. */
    public Uni<Void> take(UUID bounceTag, Receipt receipt) {
        return Panache.withTransaction(
                () -> deliveries.lockByBounceTag(bounceTag).chain(found -> take(found, it -> true, receipt)));
    }

    private Uni<Void> take(@Nullable Delivery delivery, Predicate<Delivery> isMeant, Receipt receipt) {
        Instant now = clock.instant();
        return delivery != null && isMeant.test(delivery) && delivery.keep(receipt, now)
                ? apply(delivery, now)
                : Uni.createFrom().voidItem();
    }

    /** Moves a delivery on to where the provider's word leads, as soon as it is delivered. */
    Uni<Void> apply(Delivery delivery, Instant now) {
        return delivery.life()
                .bounce()
                .map(bounced -> bounce(delivery, bounced, now))
                .orElse(Uni.createFrom().voidItem());
    }

    private Uni<Void> bounce(Delivery delivery, Bounced bounced, Instant now) {
        return moves.step(delivery, bounced, now)
                .chain(() -> rotateBy(delivery))
                .chain(other -> outbox.record(
                        Topics.NOTIFICATION_DELIVERY,
                        new PasswordBounced(
                                delivery.accountId(),
                                delivery.id(),
                                delivery.serverId(),
                                delivery.method(),
                                bounced.reason(),
                                other.orElse(null))));
    }

    private Uni<Optional<DeliveryMethod>> rotateBy(Delivery delivery) {
        return settings.rotatesOnBounce(delivery.accountId())
                .map(wanted -> delivery.otherMethod().filter(other -> wanted && channels.isReady(other)));
    }
}
