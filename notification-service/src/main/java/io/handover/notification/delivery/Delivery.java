package io.handover.notification.delivery;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordDelivered;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.SealingContext;
import io.handover.notification.contact.Contact;
import io.handover.notification.delivery.DeliveryState.Awaiting;
import io.handover.notification.delivery.DeliveryState.Bounced;
import io.handover.notification.delivery.DeliveryState.Delivered;
import io.handover.notification.delivery.DeliveryState.Ended;
import io.handover.notification.delivery.DeliveryState.Expired;
import io.handover.notification.delivery.DeliveryState.Failed;
import io.handover.notification.delivery.DeliveryState.Sending;
import io.handover.notification.delivery.DeliveryState.Shown;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hand-over of one password, and afterwards the record of it. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Delivery {

    @Id
    private UUID deliveryId;

    private UUID accountId;
    private UUID serverId;
    private String hostname;
    private UUID requestedBy;
    private String requestedByName;

    @Enumerated(EnumType.STRING)
    private DeliveryMethod method;

    @Enumerated(EnumType.STRING)
    private PasswordOccasion occasion;

    private boolean passwordSet;
    private String state;
    private @Nullable String reason;
    private @Nullable String recipient;
    private @Nullable String providerMessageId;
    private @Nullable UUID keyId;
    private @Nullable String sealedBox;
    private @Nullable Instant expiresAt;
    private int attempts;
    private @Nullable Instant dueAt;

    /** The database makes it. */
    @Column(insertable = false, updatable = false)
    private UUID bounceTag;

    private @Nullable Instant arrivedAt;
    private @Nullable String returnedBecause;
    private @Nullable String traceparent;

    @SuppressWarnings("UnusedVariable") // Deliveries are ordered by it.
    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // Live deliveries are found by it.
    private @Nullable Instant endedAt;

    @Version
    @SuppressWarnings("UnusedVariable") // Hibernate counts with it.
    private int version;

    Delivery() {}

    Delivery(PasswordGenerated event, Instant now) {
        this.deliveryId = event.deliveryId();
        this.accountId = event.accountId();
        this.serverId = event.serverId();
        this.hostname = event.hostname();
        this.requestedBy = event.requestedBy();
        this.requestedByName = event.requestedByName();
        this.method = event.method();
        this.keyId = event.keyId();
        this.sealedBox = event.sealedBox();
        this.expiresAt = event.expiresAt();
        this.createdAt = now;
        this.occasion = PasswordOccasion.of(event.occasion());
        become(Life.sealed(occasion, now, event.expiresAt()).state(), now);
    }

    Delivery(PasswordShown event, Instant now) {
        this.deliveryId = event.deliveryId();
        this.accountId = event.accountId();
        this.serverId = event.serverId();
        this.hostname = event.hostname();
        this.requestedBy = event.requestedBy();
        this.requestedByName = event.requestedByName();
        this.method = DeliveryMethod.NONE;
        this.occasion = PasswordOccasion.of(event.occasion());
        this.createdAt = now;
        become(Life.shown(occasion).state(), now);
    }

    UUID id() {
        return deliveryId;
    }

    UUID accountId() {
        return accountId;
    }

    UUID serverId() {
        return serverId;
    }

    String hostname() {
        return hostname;
    }

    DeliveryMethod method() {
        return method;
    }

    /** How else its owner could be reached; empty when this was the other way already. */
    Optional<DeliveryMethod> otherMethod() {
        if (occasion == PasswordOccasion.BOUNCE) {
            return Optional.empty();
        }
        return switch (method) {
            case EMAIL -> Optional.of(DeliveryMethod.SMS);
            case SMS -> Optional.of(DeliveryMethod.EMAIL);
            case NONE -> Optional.empty();
        };
    }

    /** Names the delivery to whoever may say that its mail came back; nobody can guess it. */
    UUID bounceTag() {
        return bounceTag;
    }

    /** Remembers the trace of what made the password. */
    void tracedAs(String parent) {
        traceparent = parent;
    }

    /** The trace that it belongs to. */
    Optional<String> traceparent() {
        return Optional.ofNullable(traceparent);
    }

    /** Only while the delivery lives. */
    String box() {
        return Objects.requireNonNull(sealedBox);
    }

    /** Only of what was sealed. */
    SealingContext context() {
        return new SealingContext(
                accountId,
                deliveryId,
                serverId,
                method,
                Objects.requireNonNull(keyId),
                Objects.requireNonNull(expiresAt));
    }

    DeliveryState state() {
        return switch (state) {
            case "awaiting" -> new Awaiting(attempts, Objects.requireNonNull(dueAt), expiry(), reason);
            case "sending" -> new Sending(attempts, Objects.requireNonNull(dueAt), expiry());
            case "shown" -> new Shown();
            case "delivered" -> new Delivered(Objects.requireNonNull(providerMessageId));
            case "bounced" -> new Bounced(Objects.requireNonNull(providerMessageId), Objects.requireNonNull(reason));
            case "failed" -> new Failed(Objects.requireNonNull(reason));
            case "expired" -> new Expired(Objects.requireNonNull(reason));
            default -> throw new IllegalStateException("delivery " + deliveryId + " is " + state);
        };
    }

    /** Moves on. An end takes the box with it. */
    void become(DeliveryState next, Instant now) {
        state = next.name();
        reason = next.why();
        switch (next) {
            case Awaiting awaiting -> {
                attempts = awaiting.attempts();
                dueAt = awaiting.dueAt();
            }
            case Sending sending -> {
                attempts = sending.attempts();
                dueAt = sending.leaseUntil();
            }
            case Ended ended -> {
                providerMessageId = messageId(ended);
                sealedBox = null;
                dueAt = null;
                endedAt = endedAt == null ? now : endedAt;
            }
        }
    }

    /** What decides how it goes on. */
    Life life() {
        return new Life(state(), occasion, passwordSet, receipt());
    }

    /** Root logs in with it from now on. Why it has ended stays as it was said. */
    void passwordIsSet() {
        Life next = life().passwordIsSet();
        passwordSet = next.passwordSet();
        reason = next.state().why();
    }

    /** Whom the message goes to, as far as the record may know. */
    void addressTo(Contact.Known contact) {
        recipient = contact.masked(method);
    }

    /**
     * Keeps what a provider says of the message it took.
     *
     * @return whether it counts
     */
    boolean keep(Receipt receipt, Instant now) {
        if (life().heard(receipt).equals(life())) {
            return false;
        }
        switch (receipt) {
            case Receipt.Arrived arrived -> arrivedAt = now;
            case Receipt.Returned(String why) -> returnedBecause = why;
        }
        return true;
    }

    /** What the provider has said since. */
    private Optional<Receipt> receipt() {
        return arrivedAt != null
                ? Optional.of(new Receipt.Arrived())
                : Optional.ofNullable(returnedBecause).map(Receipt.Returned::new);
    }

    /**
     * Whether a provider's word on a message of this id is about this delivery; before its answer is read, any may be.
     */
    boolean mayBe(String messageId) {
        return providerMessageId == null || providerMessageId.equals(messageId);
    }

    /**
     * How it ended, for those who hear of it; empty while it lives, for what provisioning has told itself, and for what
     * came back, of which {@link Receipts} tells.
     */
    Optional<DeliveryEvent> announcement() {
        return switch (state()) {
            case Delivered delivered -> Optional.of(new PasswordDelivered(accountId, deliveryId, serverId, method));
            case Failed failed ->
                Optional.of(new PasswordDeliveryFailed(accountId, deliveryId, serverId, method, failed.reason()));
            case Expired expired ->
                Optional.of(new PasswordDeliveryFailed(accountId, deliveryId, serverId, method, expired.reason()));
            case Awaiting awaiting -> Optional.empty();
            case Sending sending -> Optional.empty();
            case Shown shown -> Optional.empty();
            case Bounced bounced -> Optional.empty();
        };
    }

    DeliveryView view(List<DeliveryStep> steps, boolean serverIsGone) {
        return new DeliveryView(
                deliveryId,
                serverId,
                hostname,
                method,
                occasion,
                state,
                reason,
                requestedByName,
                requestedBy,
                recipient,
                providerMessageId,
                expiresAt,
                arrivedAt,
                serverIsGone ? null : Advice.on(state(), serverId),
                steps.stream().map(DeliveryStep::view).toList());
    }

    private static @Nullable String messageId(Ended ended) {
        return switch (ended) {
            case Delivered delivered -> delivered.messageId();
            case Bounced bounced -> bounced.messageId();
            case Shown shown -> null;
            case Failed failed -> null;
            case Expired expired -> null;
        };
    }

    private Instant expiry() {
        return Objects.requireNonNull(expiresAt);
    }
}
