package io.handover.notification.delivery;

import io.handover.events.DeliveryMethod;
import io.handover.kit.secret.Secret;
import io.handover.kit.trace.Traces;
import io.handover.kit.work.OwnContext;
import io.handover.notification.channel.Channels;
import io.handover.notification.channel.PasswordMessage;
import io.handover.notification.channel.SendResult;
import io.handover.notification.channel.SendResult.Refused;
import io.handover.notification.channel.SendResult.TryLater;
import io.handover.notification.contact.Contact;
import io.handover.notification.contact.Contacts;
import io.handover.notification.delivery.DeliveryState.Sending;
import io.handover.notification.deliverykey.DeliveryKeys;
import io.handover.notification.server.Servers;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves one delivery on: decides in one transaction, sends outside of any, and writes the outcome in another. What
 * {@link DeliveryState} says is done here, and nothing is decided here.
 */
@ApplicationScoped
class DeliverySender {

    private static final int WRITE_AGAIN_MAX = 3;

    private final DeliveryRepository deliveries;
    private final Servers servers;
    private final Contacts contacts;
    private final DeliveryKeys keys;
    private final Channels channels;
    private final Receipts receipts;
    private final DeliveryMoves moves;
    private final Traces traces;
    private final Patience patience;
    private final Clock clock;

    DeliverySender(
            DeliveryRepository deliveries,
            Servers servers,
            Contacts contacts,
            DeliveryKeys keys,
            Channels channels,
            Receipts receipts,
            DeliveryMoves moves,
            Traces traces,
            DeliveryConfig config,
            Clock clock) {
        this.deliveries = deliveries;
        this.servers = servers;
        this.contacts = contacts;
        this.keys = keys;
        this.channels = channels;
        this.receipts = receipts;
        this.moves = moves;
        this.traces = traces;
        this.patience = config.patience();
        this.clock = clock;
    }

    /** What was decided about a delivery, and where its message would go. */
    private record Turn(Delivery delivery, DeliveryState state, Contact contact) {}

    /** True when there was something to do: there may be more. */
    Uni<Boolean> advanceOne(OwnContext own) {
        return own.keep(Panache.withTransaction(this::decide))
                .chain(turn -> turn.map(taken -> act(taken, own))
                        .orElse(Uni.createFrom().item(false)));
    }

    private Uni<Optional<Turn>> decide() {
        Instant now = clock.instant();
        return deliveries
                .lockRipe(now)
                .chain(ripe -> ripe == null
                        ? Uni.createFrom().item(Optional.empty())
                        : decide(ripe, now).map(Optional::of));
    }

    private Uni<Turn> decide(Delivery delivery, Instant now) {
        return around(delivery, now)
                .map(around -> new Turn(
                        delivery, delivery.life().next(around, patience).state(), around.contact()))
                .call(turn -> traces.goOn(delivery.traceparent(), () -> become(turn, now)));
    }

    private Uni<Surroundings> around(Delivery delivery, Instant now) {
        return servers.fateOf(delivery.serverId())
                .chain(server -> contacts.of(delivery.accountId())
                        .chain(contact -> keys.serve(delivery.id())
                                .map(keyServes -> new Surroundings(server, contact, keyServes, now))));
    }

    private Uni<Void> become(Turn turn, Instant now) {
        if (turn.state() instanceof Sending && turn.contact() instanceof Contact.Known known) {
            turn.delivery().addressTo(known);
        }
        return moves.move(turn.delivery(), turn.state(), now);
    }

    private Uni<Boolean> act(Turn turn, OwnContext own) {
        return turn.state() instanceof Sending sending && turn.contact() instanceof Contact.Known known
                ? traces.goOn(
                                turn.delivery().traceparent(),
                                () -> own.keep(handOver(turn.delivery(), known))
                                        .chain(result -> settle(turn.delivery(), sending, result)))
                        .replaceWith(true)
                : Uni.createFrom().item(true);
    }

    private Uni<SendResult> handOver(Delivery delivery, Contact.Known contact) {
        return keys.open(delivery.box(), delivery.context())
                .onItemOrFailure()
                .transformToUni((opened, failure) -> failure != null
                        ? Uni.createFrom().item(new TryLater("the delivery key can't be unwrapped at the moment"))
                        : send(delivery, contact, opened));
    }

    private Uni<SendResult> send(Delivery delivery, Contact.Known contact, Optional<Secret> opened) {
        return opened.map(password -> send(
                                delivery.method(),
                                new PasswordMessage(
                                        delivery.id(),
                                        delivery.bounceTag(),
                                        contact.address(delivery.method()),
                                        delivery.hostname(),
                                        password))
                        .eventually(password::close))
                .orElseGet(() -> Uni.createFrom().item(new Refused("the password can't be unsealed")));
    }

    private Uni<SendResult> send(DeliveryMethod method, PasswordMessage message) {
        return traces.span(
                "send " + method.name().toLowerCase(Locale.ROOT),
                SpanKind.CLIENT,
                () -> channels.send(method, message));
    }

    /**
     * Unless somebody has found the lease over in the meantime, and has ended the delivery. Tried more than once,
     * because the outcome is known only here, and is lost if it can't be written.
     */
    private Uni<Void> settle(Delivery taken, Sending sending, SendResult result) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(
                        () -> deliveries.lock(taken.id()).chain(delivery -> write(delivery, sending, result))))
                .onFailure()
                .retry()
                .atMost(WRITE_AGAIN_MAX);
    }

    private Uni<Void> write(@Nullable Delivery delivery, Sending sending, SendResult result) {
        if (delivery == null) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        Life before = delivery.life();
        Life after = before.sent(sending, result, now, patience);
        return after.equals(before)
                ? Uni.createFrom().voidItem()
                : moves.move(delivery, after.state(), now).chain(() -> receipts.apply(delivery, now));
    }
}
