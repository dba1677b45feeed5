package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A member left the workspace: its permissions and tokens end. */
public record MemberRemoved(UUID accountId, UUID memberId, String username) implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return memberId.toString();
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
