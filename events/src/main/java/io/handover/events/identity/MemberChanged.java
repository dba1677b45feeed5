package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A member's details or sign-in rules changed. */
public record MemberChanged(UUID accountId, UUID memberId) implements AccountEvent, AccountScoped {

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
