package io.handover.provisioning.rotation;

import io.handover.events.provisioning.RootPasswordNotSet;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.provisioning.delivery.Handover;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A password that a server is to take; gone, with the hash, when it has, or will not. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Rotation {

    @Id
    private UUID deliveryId;

    private UUID accountId;
    private UUID serverId;
    private String passwordHash;
    private Instant giveUpAt;

    protected Rotation() {}

    Rotation(UUID deliveryId, Handover handover, String passwordHash, Instant giveUpAt) {
        this.deliveryId = deliveryId;
        this.accountId = handover.accountId();
        this.serverId = handover.serverId();
        this.passwordHash = passwordHash;
        this.giveUpAt = giveUpAt;
    }

    UUID id() {
        return deliveryId;
    }

    UUID serverId() {
        return serverId;
    }

    /** As in {@code /etc/shadow}. */
    String passwordHash() {
        return passwordHash;
    }

    boolean isLate(Instant now) {
        return now.isAfter(giveUpAt);
    }

    RootPasswordSet wasSet() {
        return new RootPasswordSet(accountId, deliveryId, serverId);
    }

    RootPasswordNotSet wasNotSet(String reason) {
        return new RootPasswordNotSet(accountId, deliveryId, serverId, reason);
    }
}
