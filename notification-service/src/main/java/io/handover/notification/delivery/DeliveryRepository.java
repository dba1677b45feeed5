package io.handover.notification.delivery;

import io.handover.kit.access.AccessGrants;
import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class DeliveryRepository implements PanacheRepositoryBase<Delivery, UUID> {

    /** Nobody reads on; whoever looks for more asks for one server. */
    private static final int LIST_MAX = 500;

    /**
     * Those for which {@link DeliveryState#next} may have something to do, one at a time; other replicas pass over it.
     */
    private static final String RIPE = """
            select d.* from delivery d
            left join server_fate f on f.server_id = d.server_id
            left join contact c on c.account_id = d.account_id
            left join delivery_key k on k.delivery_id = d.delivery_id
            where d.ended_at is null
              and ((d.state = 'sending' and d.due_at <= :now)
                or (d.state = 'awaiting' and (
                      d.expires_at <= :now
                      or f.gone_because is not null
                      or k.key_id is null
                      or (d.due_at <= :now and c.account_id is not null
                          and (d.password_set or (d.occasion = 'DEPLOYMENT' and f.server_id is not null))))))
            order by d.due_at limit 1
            for update of d skip locked""";

    private static final String VISIBLE = """
            select d.* from delivery d
            where d.account_id = :account
              and (:main or d.requested_by = :user or %s)
              and (:any_server or d.server_id = :server)
              and (:any_delivery or d.delivery_id = :delivery)
            order by d.created_at desc, d.delivery_id desc""".formatted(AccessGrants.mayControlServer("d.server_id"));

    private static final String DELETE_STEPS = """
            delete from delivery_step
            where delivery_id in (select delivery_id from delivery where account_id = :account)""";

    private static final UUID NONE = new UUID(0, 0);

    /** Null when there is nothing to do. */
    Uni<Delivery> lockRipe(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RIPE, Delivery.class)
                        .setParameter("now", now)
                        .getSingleResultOrNull());
    }

    /** Null if there is none. */
    Uni<Delivery> lock(UUID deliveryId) {
        return findById(deliveryId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of an account that are not over. */
    Uni<List<Delivery>> lockLive(UUID accountId) {
        return find("accountId = ?1 and endedAt is null order by deliveryId", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** With their steps. */
    Uni<Void> deleteOf(UUID accountId) {
        Map<String, Object> ofAccount = Map.of("account", accountId);
        return Sql.execute(DELETE_STEPS, ofAccount)
                .chain(() -> Sql.execute("delete from delivery where account_id = :account", ofAccount));
    }

    /** Null if there is none. */
    Uni<Delivery> lockByBounceTag(UUID tag) {
        return find("bounceTag", tag).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    /** Those the caller may see, newest first. */
    Uni<List<Delivery>> listVisible(Caller caller, Optional<UUID> serverId) {
        return visible(caller, serverId, Optional.empty());
    }

    /** Null if the caller may not see it. */
    Uni<Delivery> findVisible(Caller caller, UUID deliveryId) {
        return visible(caller, Optional.empty(), Optional.of(deliveryId))
                .map(found -> found.isEmpty() ? null : found.getFirst());
    }

    Uni<Void> persistStep(DeliveryStep step) {
        return Panache.getSession().chain(session -> session.persist(step));
    }

    Uni<List<DeliveryStep>> stepsOf(List<UUID> deliveryIds) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from DeliveryStep where deliveryId in :deliveries order by stepId", DeliveryStep.class)
                        .setParameter("deliveries", deliveryIds)
                        .getResultList());
    }

    private static Uni<List<Delivery>> visible(Caller caller, Optional<UUID> serverId, Optional<UUID> deliveryId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(VISIBLE, Delivery.class)
                        .setParameter("account", caller.accountId())
                        .setParameter("main", caller.main())
                        .setParameter("user", caller.userId())
                        .setParameter("any_server", serverId.isEmpty())
                        .setParameter("server", serverId.orElse(NONE))
                        .setParameter("any_delivery", deliveryId.isEmpty())
                        .setParameter("delivery", deliveryId.orElse(NONE))
                        .setMaxResults(LIST_MAX)
                        .getResultList());
    }
}
