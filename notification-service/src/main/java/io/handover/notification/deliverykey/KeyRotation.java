package io.handover.notification.deliverykey;

import io.handover.kit.ambient.Ids;
import io.handover.kit.sql.Sql;
import io.handover.notification.keyencryption.KeyEncryptionConfig;
import io.handover.notification.keyencryption.KeyEncryptionKeys;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;

/** Makes a key-encryption key each period, wraps the delivery keys under it, and destroys its predecessor. */
@ApplicationScoped
class KeyRotation {

    private final DeliveryKeyRepository keys;
    private final KeyEncryptionKeys keks;
    private final KeyEncryptionConfig config;
    private final Ids ids;
    private final Clock clock;

    KeyRotation(DeliveryKeyRepository keys, KeyEncryptionKeys keks, KeyEncryptionConfig config, Ids ids, Clock clock) {
        this.keys = keys;
        this.keks = keks;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The key-encryption key in force, under which every delivery key is once the present transaction is committed.
     * Others are destroyed by the first look after that commit, and never before: until then something may need them.
     */
    Uni<UUID> look() {
        return keks.list()
                .chain(existing -> keys.keks().map(named -> KeySuccession.of(existing, named)))
                .call(this::dropLost)
                .call(succession -> Sql.each(succession.superfluous(), this::destroy))
                .chain(this::currentOrNext)
                .call(this::rewrapUnder);
    }

    private Uni<Void> dropLost(KeySuccession succession) {
        return keys.destroyWrappedBy(succession.lost())
                .invoke(dropped -> {
                    if (dropped > 0) {
                        Log.errorf(
                                "key-encryption keys are gone kekIds=%s; delivery keys lost: %d",
                                succession.lost(), dropped);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> destroy(UUID kek) {
        return keks.destroy(kek).invoke(() -> Log.infof("key-encryption key destroyed kekId=%s", kek));
    }

    private Uni<UUID> currentOrNext(KeySuccession succession) {
        return succession
                .current(clock.instant(), config.period())
                .map(current -> Uni.createFrom().item(current))
                .orElseGet(this::makeNext);
    }

    private Uni<UUID> makeNext() {
        UUID kek = ids.timeOrdered();
        return keks.make(kek)
                .invoke(() -> Log.infof("key-encryption key made kekId=%s", kek))
                .replaceWith(kek);
    }

    private Uni<Void> rewrapUnder(UUID kek) {
        return keys.wrappedByOtherThan(kek).chain(others -> Sql.each(others, key -> rewrap(key, kek)));
    }

    /** One that does not unwrap holds up nothing but its own key-encryption key, and expires. */
    private Uni<Void> rewrap(WrappedKey key, UUID kek) {
        return keks.unwrap(key.kekId(), key.wrappedPrivate(), key.context())
                .chain(secret -> keks.wrap(kek, secret, key.context()).eventually(() -> Arrays.fill(secret, (byte) 0)))
                .onFailure()
                .invoke(failure ->
                        Log.warnf("a delivery key can't be wrapped anew keyId=%s error=%s", key.keyId(), failure))
                .onFailure()
                .recoverWithNull()
                .chain(wrapped ->
                        wrapped == null ? Uni.createFrom().voidItem() : keys.rewrap(key.keyId(), kek, wrapped));
    }
}
