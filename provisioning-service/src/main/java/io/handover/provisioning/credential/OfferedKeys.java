package io.handover.provisioning.credential;

import io.handover.events.notification.DeliveryKey;
import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stock of public keys that notification-service has offered, in the table {@code offered_key}. */
@ApplicationScoped
class OfferedKeys {

    private static final String KEEP = """
            insert into offered_key (key_id, public_key, usable_until, expires_at)
            values (:key, :public, :usable, :expires) on conflict do nothing""";

    private static final String DROP_STALE = "delete from offered_key where usable_until <= :now";

    /**
     * The newest, which lasts longest and was not lost. Who spends at the same time passes over it, and whoever rolls
     * back gives it back.
     */
    private static final String SPEND = """
            delete from offered_key
            where key_id = (select key_id from offered_key where usable_until > :now
                            order by usable_until desc, key_id desc limit 1 for update skip locked)
            returning *""";

    /** Puts keys into the stock, and throws away what got too old in it. */
    Uni<Void> keep(List<DeliveryKey> offered, Instant now) {
        return Sql.execute(DROP_STALE, Map.of("now", now)).chain(() -> Sql.each(offered, key -> keep(key, now)));
    }

    /** Takes a key out of the stock, in the present transaction: nobody else gets it. Empty when there is none. */
    Uni<Optional<OfferedKey>> spend(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SPEND, OfferedKey.class)
                        .setParameter("now", now)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** Offers of before keys were spent have no times: there is no private half to them any more. */
    private static Uni<Void> keep(DeliveryKey key, Instant now) {
        if (key.usableUntil() == null || key.expiresAt() == null || !now.isBefore(key.usableUntil())) {
            return Uni.createFrom().voidItem();
        }
        return Sql.execute(
                KEEP,
                Map.of(
                        "key", key.keyId(),
                        "public", key.publicKey(),
                        "usable", key.usableUntil(),
                        "expires", key.expiresAt()));
    }
}
