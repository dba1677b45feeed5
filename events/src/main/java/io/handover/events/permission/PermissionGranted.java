package io.handover.events.permission;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A member may control a target; said again when only its {@code storage} option changed.
 *
 * @param userId the member
 * @param targetType as on the wire: {@code server}, {@code storage}, {@code tag_access}, ...
 * @param targetIdentifier an id, a tag name in lower case, or {@code *}
 * @param storage also the storages attached to the target
 */
public record PermissionGranted(
        UUID accountId,
        UUID permissionId,
        UUID userId,
        String username,
        String targetType,
        String targetIdentifier,
        boolean storage,
        UUID grantedBy)
        implements PermissionEvent, AccountScoped {

    @Override
    public String subject() {
        return permissionId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
