package io.handover.notification.deliverykey;

import io.handover.events.provisioning.SealingContext;
import io.handover.kit.secret.Secret;
import io.handover.notification.keyencryption.KeyEncryptionKeys;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What deliveries may do with keys. */
@ApplicationScoped
public class DeliveryKeys {

    private final DeliveryKeyRepository keys;
    private final KeyEncryptionKeys keks;

    DeliveryKeys(DeliveryKeyRepository keys, KeyEncryptionKeys keks) {
        this.keys = keys;
        this.keks = keks;
    }

    /**
     * Binds a key to the one delivery it serves, in the present transaction. A delivery whose key is gone, serves
     * another, or ends before it does gets none.
     *
     * @param until when the delivery is given up
     */
    public Uni<Void> spend(UUID keyId, UUID deliveryId, Instant until) {
        return keys.spend(keyId, deliveryId, until);
    }

    /** Whether a delivery has a key, in the present session. */
    public Uni<Boolean> serve(UUID deliveryId) {
        return keys.serves(deliveryId);
    }

    /** A delivery ended, in the present transaction: nothing opens its box any more. */
    public Uni<Void> destroy(UUID deliveryId) {
        return keys.destroy(deliveryId);
    }

    /**
     * The password in a box, for the caller to wipe; empty when it does not open in this context. Fails when the key
     * can't be unwrapped now.
     */
    public Uni<Optional<Secret>> open(String box, SealingContext context) {
        return Panache.withSession(() -> keys.findSpent(context.keyId(), context.deliveryId()))
                .chain(key -> key == null
                        ? Uni.createFrom().item(Optional.empty())
                        : keks.unwrap(key.kekId(), key.wrappedPrivate(), key.context())
                                .map(keyset -> open(keyset, box, context)));
    }

    private static Optional<Secret> open(byte[] privateKeyset, String box, SealingContext context) {
        try {
            return DeliveryKeyPair.of(privateKeyset).open(box, context);
        } finally {
            Arrays.fill(privateKeyset, (byte) 0);
        }
    }
}
