package io.handover.provisioning.rotation;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.kit.work.OwnContext;
import io.handover.provisioning.delivery.Handover;
import io.handover.provisioning.delivery.PasswordDeliveries;
import io.handover.provisioning.delivery.PasswordDelivery;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.handover.provisioning.server.Guest;
import io.handover.provisioning.server.Servers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes another password where one came back and its account wants that: once, as long as the one that came back is the
 * server's newest. What is refused now is tried again for a while, such as without a key to seal to.
 */
@ApplicationScoped
class RotateOnBounce implements JobHandler {

    private final Rotations rotations;
    private final PasswordDeliveries deliveries;
    private final Servers servers;
    private final RotationConfig config;
    private final Clock clock;

    RotateOnBounce(
            Rotations rotations, PasswordDeliveries deliveries, Servers servers, RotationConfig config, Clock clock) {
        this.rotations = rotations;
        this.deliveries = deliveries;
        this.servers = servers;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return PasswordDeliveries.ROTATE_ON_BOUNCE;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        return own.keep(Panache.withTransaction(() -> rotate(job.subjectId())))
                .invoke(rotations::wake)
                .replaceWith(new Progress.Done());
    }

    private Uni<Void> rotate(UUID deliveryId) {
        return deliveries
                .find(deliveryId)
                .chain(found -> found.filter(this::isInTime)
                        .flatMap(bounced -> bounced.rotateBy().map(method -> rotate(bounced, method)))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private boolean isInTime(PasswordDelivery bounced) {
        boolean inTime = !clock.instant().isAfter(bounced.since().plus(config.patience()));
        if (!inTime) {
            Log.warnf("no other password is made serverId=%s deliveryId=%s", bounced.serverId(), bounced.id());
        }
        return inTime;
    }

    /** Locks the server first, like whoever else gives it a password. */
    private Uni<Void> rotate(PasswordDelivery bounced, DeliveryMethod method) {
        return servers.lockGuest(bounced.serverId())
                .chain(guest -> deliveries
                        .newest(bounced.serverId())
                        .map(newest -> guest.filter(it -> isStill(newest, bounced))))
                .chain(guest -> guest.map(it -> begin(it, bounced, method))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private static boolean isStill(Optional<PasswordDelivery> newest, PasswordDelivery bounced) {
        return newest.filter(it -> it.id().equals(bounced.id())).isPresent();
    }

    private Uni<Void> begin(Guest guest, PasswordDelivery bounced, DeliveryMethod method) {
        var handover = new Handover(
                guest.accountId(),
                guest.serverId(),
                guest.hostname(),
                bounced.requestedBy(),
                bounced.requestedByName(),
                method,
                PasswordOccasion.BOUNCE);
        return rotations.begin(handover).replaceWithVoid();
    }
}
