package io.handover.permission.grant;

import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.permission.member.User;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A member controls a target. */
@Entity
@Table(name = "permission")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class Permission {

    @Id
    private UUID permissionId;

    private UUID accountId;
    private UUID userId;
    private String username;
    private String targetType;
    private String targetIdentifier;
    private boolean storage;
    private UUID grantedBy;
    private Instant grantedAt;

    @Version
    @SuppressWarnings("UnusedVariable") // Hibernate counts with it.
    private int version;

    Permission() {}

    Permission(UUID permissionId, User user, Grant grant) {
        this(permissionId, user.accountId(), user.id(), user.username(), grant);
    }

    private Permission(UUID permissionId, UUID accountId, UUID userId, String username, Grant grant) {
        this.permissionId = permissionId;
        this.accountId = accountId;
        this.userId = userId;
        this.username = username;
        this.targetType = grant.target().type().wire();
        this.targetIdentifier = grant.target().identifier();
        change(grant);
    }

    /** The target stays. */
    final void change(Grant grant) {
        this.storage = grant.storage();
        this.grantedBy = grant.grantedBy();
        this.grantedAt = grant.grantedAt();
    }

    /** The same for another target. Its id is another one, so that revoking this one leaves that one alone. */
    Permission on(Target target, UUID otherId) {
        return new Permission(otherId, accountId, userId, username, new Grant(target, storage, grantedBy, grantedAt));
    }

    UUID userId() {
        return userId;
    }

    boolean hasStorage() {
        return storage;
    }

    Target target() {
        return new Target(TargetType.find(targetType).orElseThrow(), targetIdentifier);
    }

    Grant grant() {
        return new Grant(target(), storage, grantedBy, grantedAt);
    }

    PermissionGranted granted() {
        return new PermissionGranted(
                accountId, permissionId, userId, username, targetType, targetIdentifier, storage, grantedBy);
    }

    PermissionRevoked revoked() {
        return new PermissionRevoked(accountId, permissionId, userId, username, targetType, targetIdentifier);
    }

    PermissionView.Document document() {
        return PermissionView.Document.of(username, target(), storage);
    }
}
