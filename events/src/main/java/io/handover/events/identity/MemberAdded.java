package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A member joined the workspace of an account.
 *
 * @param username unique across all accounts and members
 */
public record MemberAdded(UUID accountId, UUID memberId, String username) implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return memberId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
