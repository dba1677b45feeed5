package io.handover.events.permission;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A member may no longer control a target.
 *
 * @param userId the member
 */
public record PermissionRevoked(
        UUID accountId, UUID permissionId, UUID userId, String username, String targetType, String targetIdentifier)
        implements PermissionEvent, AccountScoped {

    @Override
    public String subject() {
        return permissionId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }

    @Override
    public boolean withdraws() {
        return true;
    }
}
