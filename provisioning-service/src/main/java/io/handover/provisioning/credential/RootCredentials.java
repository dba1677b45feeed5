package io.handover.provisioning.credential;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.handover.events.DeliveryMethod;
import io.handover.events.Topics;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.SealingContext;
import io.handover.kit.ambient.Ids;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.refusal.Refusal;
import io.handover.kit.secret.Secret;
import io.handover.provisioning.delivery.Handover;
import io.handover.provisioning.delivery.PasswordDeliveries;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Makes root passwords, and hands them over: shown, or sealed to a delivery key. */
@ApplicationScoped
public class RootCredentials {

    private final OfferedKeys keys;
    private final PasswordDeliveries deliveries;
    private final CredentialConfig config;
    private final Outbox outbox;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;
    private final Vertx vertx;

    RootCredentials(
            OfferedKeys keys,
            PasswordDeliveries deliveries,
            CredentialConfig config,
            Outbox outbox,
            Ids ids,
            SecureRandom random,
            Clock clock,
            Vertx vertx) {
        this.keys = keys;
        this.deliveries = deliveries;
        this.config = config;
        this.outbox = outbox;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Makes one, off the event loop: the hash is slow on purpose. */
    public Uni<RootCredential> make() {
        return vertx.executeBlocking(() -> {
            Secret password = RootPassword.random(random);
            return new RootCredential(password, RootPassword.hash(password, random));
        });
    }

    /**
     * Hands a password over, in the present transaction: the answer shows it, or it is sealed to a delivery key, which
     * is spent thereby.
     *
     * @return the delivery's id; fails with a {@link Refusal} (503) while no key is left to spend
     */
    public Uni<UUID> handOver(Handover handover, RootCredential credential) {
        UUID deliveryId = ids.timeOrdered();
        return deliveries
                .begin(deliveryId, handover)
                .chain(() -> handover.method() == DeliveryMethod.NONE
                        ? Uni.createFrom().item(shown(deliveryId, handover))
                        : sealed(deliveryId, handover, credential))
                .chain(event -> outbox.record(Topics.PROVISIONING_CREDENTIAL, event))
                .replaceWith(deliveryId);
    }

    private static CredentialEvent shown(UUID deliveryId, Handover handover) {
        return new PasswordShown(
                handover.accountId(),
                deliveryId,
                handover.serverId(),
                handover.hostname(),
                handover.requestedBy(),
                handover.requestedByName(),
                handover.occasion());
    }

    private Uni<CredentialEvent> sealed(UUID deliveryId, Handover handover, RootCredential credential) {
        Instant now = clock.instant();
        return keys.spend(now)
                .map(found -> found.orElseThrow(RootCredentials::outOfKeys))
                .map(key -> seal(deliveryId, handover, credential, key, now));
    }

    private static Refusal outOfKeys() {
        return Refusal.busy("No one-time key is left to seal a password with. Fresh ones come from notification-service"
                + " within seconds: try again, or choose the delivery none.");
    }

    private CredentialEvent seal(
            UUID deliveryId, Handover handover, RootCredential credential, OfferedKey key, Instant now) {
        Instant expiresAt =
                earlier(now.plus(config.lifetime()), key.expiresAt()).truncatedTo(ChronoUnit.MILLIS);
        var context = new SealingContext(
                handover.accountId(), deliveryId, handover.serverId(), handover.method(), key.keyId(), expiresAt);
        return new PasswordGenerated(
                context.accountId(),
                context.deliveryId(),
                context.serverId(),
                handover.hostname(),
                handover.requestedBy(),
                handover.requestedByName(),
                context.method(),
                context.keyId(),
                box(credential.password(), key, context),
                expiresAt,
                handover.occasion());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String box(Secret password, OfferedKey key, SealingContext context) {
        byte[] plaintext = password.toUtf8();
        try {
            KeysetHandle recipient = TinkProtoKeysetFormat.parseKeysetWithoutSecret(
                    Base64.getDecoder().decode(key.publicKey()), HybridConfig2026.get());
            byte[] sealed = recipient
                    .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class)
                    .encrypt(plaintext, context.bytes());
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("the delivery key " + key.keyId() + " does not seal", failed);
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }
}
