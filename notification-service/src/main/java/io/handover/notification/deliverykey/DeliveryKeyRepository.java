package io.handover.notification.deliverykey;

import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class DeliveryKeyRepository implements PanacheRepositoryBase<DeliveryKeyPair, UUID> {

    /** Any number will do that nobody else locks. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(7305002) as text)";

    /** Nothing for a key that is not there: its box will not open, and that ends the delivery. */
    private static final String USE = """
            insert into delivery_key_use (delivery_id, key_id)
            select :delivery, key_id from delivery_key where key_id = :key for key share""";

    private static final String UNUSE = "delete from delivery_key_use where delivery_id = :delivery";

    private static final String DELETE_UNUSED = """
            delete from delivery_key k
            where exists (select 1 from delivery_key newer
                          where newer.offered_at > k.offered_at and newer.offered_at <= :replaced)
              and not exists (select 1 from delivery_key_use u where u.key_id = k.key_id)""";

    /** Until the end of the transaction no other replica makes or deletes a key. */
    Uni<Void> lock() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class).getSingleResult())
                .replaceWithVoid();
    }

    /** Null before the first start. */
    Uni<DeliveryKeyPair> newest() {
        return find("order by offeredAt desc, keyId desc").firstResult();
    }

    Uni<Void> use(UUID keyId, UUID deliveryId) {
        return Sql.execute(USE, Map.of("delivery", deliveryId, "key", keyId));
    }

    Uni<Void> unuse(UUID deliveryId) {
        return Sql.execute(UNUSE, Map.of("delivery", deliveryId));
    }

    /** Keys whose successor has been on offer since {@code replaced} or longer. */
    Uni<Void> deleteUnused(Instant replaced) {
        return Sql.execute(DELETE_UNUSED, Map.of("replaced", replaced));
    }
}
