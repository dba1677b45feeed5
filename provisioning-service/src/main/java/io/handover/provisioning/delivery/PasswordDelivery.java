package io.handover.provisioning.delivery;

import io.handover.events.DeliveryMethod;
import io.handover.events.PasswordOccasion;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hand-over of one password. Nothing of it tells anything of the password. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class PasswordDelivery {

    @Id
    private UUID deliveryId;

    private UUID accountId;
    private UUID serverId;

    @Enumerated(EnumType.STRING)
    private DeliveryMethod method;

    @Enumerated(EnumType.STRING)
    private PasswordOccasion occasion;

    private UUID requestedBy;
    private String requestedByName;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    @Nullable
    private String reason;

    @Nullable
    @Enumerated(EnumType.STRING)
    private DeliveryMethod rotateBy;

    private Instant createdAt;

    @Nullable
    private Instant endedAt;

    protected PasswordDelivery() {}

    /** Begins; one that is shown ends with that. */
    public PasswordDelivery(UUID deliveryId, Handover handover, Instant now) {
        this.deliveryId = deliveryId;
        this.accountId = handover.accountId();
        this.serverId = handover.serverId();
        this.method = handover.method();
        this.occasion = handover.occasion();
        this.requestedBy = handover.requestedBy();
        this.requestedByName = handover.requestedByName();
        this.createdAt = now;
        boolean shown = handover.method() == DeliveryMethod.NONE;
        this.state = shown ? DeliveryState.SHOWN : DeliveryState.PENDING;
        this.endedAt = shown ? now : null;
    }

    /** Ends, unless it has. */
    public void end(DeliveryState end, @Nullable String why, Instant now) {
        if (state.leadsTo(end)) {
            state = end;
            reason = why;
            endedAt = now;
        }
    }

    /** It came back. Another one may be wanted, unless this was made for the same reason. */
    public void comeBack(String why, @Nullable DeliveryMethod wanted, Instant now) {
        if (state.leadsTo(DeliveryState.BOUNCED) && occasion != PasswordOccasion.BOUNCE) {
            rotateBy = wanted;
        }
        end(DeliveryState.BOUNCED, why, now);
    }

    /** How its account wants another password, because this one came back. */
    public Optional<DeliveryMethod> rotateBy() {
        return Optional.ofNullable(rotateBy);
    }

    /** Its id, the same in notification-service. */
    public UUID id() {
        return deliveryId;
    }

    /** Whose server it is. */
    public UUID accountId() {
        return accountId;
    }

    /** Whose root logs in with it. */
    public UUID serverId() {
        return serverId;
    }

    /** How it reaches its owner. */
    public DeliveryMethod method() {
        return method;
    }

    /** Why there is a password at all. */
    public PasswordOccasion occasion() {
        return occasion;
    }

    /** The account or the member who asked. */
    public UUID requestedBy() {
        return requestedBy;
    }

    /** Under which name. */
    public String requestedByName() {
        return requestedByName;
    }

    /** Where it stands. */
    public DeliveryState state() {
        return state;
    }

    /** Why it failed. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Since when it is in its state. */
    public Instant since() {
        return endedAt == null ? createdAt : endedAt;
    }
}
