package io.handover.events.permission;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** Everything a {@link io.handover.events.identity.MemberAccessSet} asked for has been granted and revoked. */
public record MemberAccessApplied(UUID accountId, UUID memberId, UUID requestId)
        implements PermissionEvent, AccountScoped {

    @Override
    public String subject() {
        return memberId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
