package io.handover.notification.deliverykey;

import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class DeliveryKeyRepository implements PanacheRepositoryBase<WrappedKey, UUID> {

    /** Any number will do that nobody else locks. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(7305002) as text)";

    /** One delivery each, and none that outlasts its key. */
    private static final String SPEND = """
            update delivery_key set delivery_id = :delivery
            where key_id = :key and delivery_id is null and expires_at >= :until""";

    private static final String DESTROY = "delete from delivery_key where delivery_id = :delivery";
    private static final String DESTROY_EXPIRED = "delete from delivery_key where expires_at <= :now";
    private static final String REWRAP =
            "update delivery_key set kek_id = :kek, wrapped_private = :wrapped where key_id = :key";

    private static final String KEKS = "select distinct kek_id from delivery_key";

    /** Until the end of the transaction no other replica makes or wraps a key. */
    Uni<Void> lock() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, String.class).getSingleResult())
                .replaceWithVoid();
    }

    /** Nothing if the key is not there, serves another delivery, or ends too early. */
    Uni<Void> spend(UUID keyId, UUID deliveryId, Instant until) {
        return Sql.execute(SPEND, Map.of("delivery", deliveryId, "key", keyId, "until", until));
    }

    /** Null when there is none, or it serves another delivery. */
    Uni<WrappedKey> findSpent(UUID keyId, UUID deliveryId) {
        return find("keyId = ?1 and deliveryId = ?2", keyId, deliveryId).firstResult();
    }

    Uni<Boolean> serves(UUID deliveryId) {
        return count("deliveryId = ?1", deliveryId).map(found -> found > 0);
    }

    Uni<Void> destroy(UUID deliveryId) {
        return Sql.execute(DESTROY, Map.of("delivery", deliveryId));
    }

    Uni<Integer> destroyExpired(Instant now) {
        return Sql.change(DESTROY_EXPIRED, Map.of("now", now));
    }

    /** Those that nothing can unwrap any more. */
    Uni<Long> destroyWrappedBy(Collection<UUID> keks) {
        return keks.isEmpty() ? Uni.createFrom().item(0L) : delete("kekId in ?1", keks);
    }

    /** How many may still be sealed to at a time. */
    Uni<Long> countUnspent(Instant usableAt) {
        return count("deliveryId is null and usableUntil > ?1", usableAt);
    }

    /** Each key-encryption key that wraps something. */
    Uni<List<UUID>> keks() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEKS, UUID.class).getResultList());
    }

    Uni<List<WrappedKey>> wrappedByOtherThan(UUID kek) {
        return list("kekId <> ?1", kek);
    }

    /** Nothing if it was destroyed meanwhile. */
    Uni<Void> rewrap(UUID keyId, UUID kek, byte[] wrapped) {
        return Sql.execute(REWRAP, Map.of("key", keyId, "kek", kek, "wrapped", wrapped));
    }
}
