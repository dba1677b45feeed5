package io.handover.provisioning.delivery;

import io.handover.events.notification.PasswordBounced;
import io.handover.provisioning.job.Jobs;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The ledger of passwords: a row for each, written with it. Everything happens in the present transaction. */
@ApplicationScoped
public class PasswordDeliveries {

    /** The kind of job that makes another password where one came back; its subject is the delivery that did. */
    public static final String ROTATE_ON_BOUNCE = "rotate-on-bounce";

    private static final String NEWEST_FIRST =
            "from PasswordDelivery where serverId = :server order by deliveryId desc";

    private final Jobs jobs;
    private final Clock clock;

    PasswordDeliveries(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** One begins; one that is shown ends with that. */
    public Uni<Void> begin(UUID deliveryId, Handover handover) {
        var delivery = new PasswordDelivery(deliveryId, handover, clock.instant());
        return Panache.getSession().chain(session -> session.persist(delivery).call(session::flush));
    }

    /** The one of a server's newest password; empty when it never got one. */
    public Uni<Optional<PasswordDelivery>> newest(UUID serverId) {
        return Panache.getSession()
                .chain(session -> session.createQuery(NEWEST_FIRST, PasswordDelivery.class)
                        .setParameter("server", serverId)
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** One by its id. */
    public Uni<Optional<PasswordDelivery>> find(UUID deliveryId) {
        return Panache.getSession()
                .chain(session -> session.find(PasswordDelivery.class, deliveryId))
                .map(Optional::ofNullable);
    }

    /** Whether one failed, or is not known. */
    public Uni<Boolean> isOver(UUID deliveryId) {
        return Panache.getSession()
                .chain(session -> session.find(PasswordDelivery.class, deliveryId))
                .map(found -> found == null || found.state() == DeliveryState.FAILED);
    }

    /** The password of one never came to be its server's. */
    public Uni<Void> fail(UUID deliveryId, String reason) {
        return end(deliveryId, DeliveryState.FAILED, reason, clock.instant());
    }

    /** One ends, unless it has, or is not known. */
    Uni<Void> end(UUID deliveryId, DeliveryState end, @Nullable String reason, Instant endedAt) {
        return Panache.getSession()
                .chain(session -> lock(session, deliveryId))
                .invoke(found -> found.ifPresent(delivery -> delivery.end(end, reason, endedAt)))
                .replaceWithVoid();
    }

    /** One was delivered and came back; if its account wants another password for that, one is made. */
    Uni<Void> comeBack(PasswordBounced event, Instant at) {
        return Panache.getSession()
                .chain(session -> lock(session, event.deliveryId()))
                .invoke(found -> found.ifPresent(delivery -> delivery.comeBack(event.reason(), event.rotateBy(), at)))
                .chain(found -> found.flatMap(PasswordDelivery::rotateBy)
                        .map(wanted -> jobs.put(ROTATE_ON_BOUNCE, event.deliveryId()))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private static Uni<Optional<PasswordDelivery>> lock(Mutiny.Session session, UUID deliveryId) {
        return session.find(PasswordDelivery.class, deliveryId, LockMode.PESSIMISTIC_WRITE)
                .map(Optional::ofNullable);
    }
}
