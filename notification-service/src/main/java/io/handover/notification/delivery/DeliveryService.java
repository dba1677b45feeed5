package io.handover.notification.delivery;

import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.kit.caller.Caller;
import io.handover.kit.trace.Traces;
import io.handover.notification.deliverykey.DeliveryKeys;
import io.handover.notification.server.Servers;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

@ApplicationScoped
class DeliveryService {

    private final DeliveryRepository deliveries;
    private final DeliveryKeys keys;
    private final DeliveryMoves moves;
    private final Servers servers;
    private final Traces traces;
    private final Clock clock;

    DeliveryService(
            DeliveryRepository deliveries,
            DeliveryKeys keys,
            DeliveryMoves moves,
            Servers servers,
            Traces traces,
            Clock clock) {
        this.deliveries = deliveries;
        this.keys = keys;
        this.moves = moves;
        this.servers = servers;
        this.traces = traces;
        this.clock = clock;
    }

    @WithSession
    Uni<DeliveryView.All> list(Caller caller, Optional<UUID> serverId) {
        return deliveries.listVisible(caller, serverId).chain(this::views).map(DeliveryView.All::new);
    }

    @WithSession
    Uni<DeliveryView> show(Caller caller, UUID deliveryId) {
        return deliveries
                .findVisible(caller, deliveryId)
                .onItem()
                .ifNull()
                .failWith(DeliveryRefusals::unknownDelivery)
                .chain(found -> views(List.of(found)))
                .map(List::getFirst);
    }

    /** Whosever it is; in the present session. */
    Uni<Optional<DeliveryView>> find(UUID deliveryId) {
        return deliveries
                .findById(deliveryId)
                .chain(found -> found == null ? Uni.createFrom().item(List.<DeliveryView>of()) : views(List.of(found)))
                .map(views -> views.stream().findFirst());
    }

    /** Gives up one that still waits; its key and its box go with that. */
    @WithTransaction
    Uni<Void> cancel(Caller caller, UUID deliveryId) {
        return deliveries
                .lock(deliveryId)
                .chain(() -> deliveries.findVisible(caller, deliveryId))
                .onItem()
                .ifNull()
                .failWith(DeliveryRefusals::unknownDelivery)
                .chain(found -> moves.move(found, found.life().cancelled().state(), clock.instant()));
    }

    /** The password works from now on; inside the transaction of the event. Nothing for a delivery that ended. */
    Uni<Void> passwordIsSet(UUID deliveryId) {
        return deliveries
                .lock(deliveryId)
                .onItem()
                .ifNotNull()
                .invoke(Delivery::passwordIsSet)
                .replaceWithVoid();
    }

    /** The password will never work; inside the transaction of the event. */
    Uni<Void> passwordIsNotSet(UUID deliveryId, String why) {
        return deliveries
                .lock(deliveryId)
                .onItem()
                .ifNotNull()
                .transformToUni(delivery ->
                        end(delivery, delivery.life().passwordIsNotSet(why).state()));
    }

    private Uni<Void> end(Delivery delivery, DeliveryState next) {
        return next.equals(delivery.state())
                ? Uni.createFrom().voidItem()
                : moves.move(delivery, next, clock.instant());
    }

    /**
     * Keeps the box until the password works; inside the transaction of the event. Its key serves this delivery from
     * now on; if it can't, the delivery finds none, and fails.
     */
    Uni<Void> expect(PasswordGenerated event) {
        return unlessKnown(
                event.deliveryId(),
                () -> begin(new Delivery(event, clock.instant()))
                        .chain(() -> keys.spend(event.keyId(), event.deliveryId(), event.expiresAt())));
    }

    /** Keeps a record of what somebody else did; inside the transaction of the event. */
    Uni<Void> note(PasswordShown event) {
        return unlessKnown(event.deliveryId(), () -> begin(new Delivery(event, clock.instant())));
    }

    private Uni<Void> begin(Delivery delivery) {
        Instant now = clock.instant();
        traces.current().ifPresent(delivery::tracedAs);
        return deliveries
                .persistAndFlush(delivery)
                .chain(() -> deliveries.persistStep(new DeliveryStep(delivery.id(), delivery.state(), now)));
    }

    /** Said again, in another event: what became of it stays as it is. */
    private Uni<Void> unlessKnown(UUID deliveryId, Supplier<Uni<Void>> begin) {
        return deliveries
                .findById(deliveryId)
                .chain(known -> known == null ? begin.get() : Uni.createFrom().voidItem());
    }

    private Uni<List<DeliveryView>> views(List<Delivery> found) {
        List<UUID> ids = found.stream().map(Delivery::id).toList();
        return deliveries
                .stepsOf(ids)
                .chain(steps -> servers.gone(serversOf(found)).map(gone -> views(found, steps, gone)));
    }

    private static List<DeliveryView> views(List<Delivery> found, List<DeliveryStep> steps, Set<UUID> gone) {
        Map<UUID, List<DeliveryStep>> stepsOf = steps.stream().collect(Collectors.groupingBy(DeliveryStep::deliveryId));
        return found.stream()
                .map(delivery -> delivery.view(
                        stepsOf.getOrDefault(delivery.id(), List.of()), gone.contains(delivery.serverId())))
                .toList();
    }

    private static Set<UUID> serversOf(List<Delivery> found) {
        return found.stream().map(Delivery::serverId).collect(Collectors.toSet());
    }
}
