package io.handover.identity.signin;

import io.handover.identity.signin.KeyRing.Periods;
import io.handover.kit.ambient.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The ring of signing keys: one for all replicas, in the database; looked at anew each minute, and mended if need be.
 */
@ApplicationScoped
class SigningKeys {

    private static final int KEY_BITS = 2048;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SigningKeyRepository keys;
    private final Periods periods;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;
    private volatile Seen seen;

    SigningKeys(SigningKeyRepository keys, SigninConfig config, Ids ids, SecureRandom random, Clock clock) {
        this.keys = keys;
        this.periods = new Periods(config.keyPeriod(), config.keyNotice(), config.lifetime());
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.seen = new Seen(Instant.EPOCH, new KeyRing(List.of(), periods));
    }

    private record Seen(Instant at, KeyRing ring) {}

    Uni<KeyRing> ring() {
        Instant now = clock.instant();
        if (now.isBefore(seen.at().plus(FRESH))) {
            return Uni.createFrom().item(seen.ring());
        }
        return Panache.withSession(this::load)
                .chain(ring -> ring.dueFrom(now).isEmpty() ? Uni.createFrom().item(ring) : renew())
                .invoke(ring -> seen = new Seen(now, ring));
    }

    private Uni<KeyRing> load() {
        return keys.listInOrder().map(all -> new KeyRing(all, periods));
    }

    private Uni<KeyRing> renew() {
        return generate()
                .chain(pair -> Panache.withTransaction(() -> keys.lock()
                        .chain(this::load)
                        .call(ring -> addIfDue(ring, pair))
                        .chain(this::load)));
    }

    /** Another replica may have been faster. */
    private Uni<?> addIfDue(KeyRing ring, KeyPair pair) {
        return ring.dueFrom(clock.instant())
                .<Uni<?>>map(from -> {
                    String keyId = ids.timeOrdered().toString();
                    Log.infof("signing key made keyId=%s signsFrom=%s", keyId, from);
                    return keys.persistAndFlush(new SigningKey(keyId, pair, from));
                })
                .orElse(Uni.createFrom().voidItem());
    }

    private Uni<KeyPair> generate() {
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .item(() -> pair(random))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(command -> context.runOnContext(ignored -> command.run()));
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
