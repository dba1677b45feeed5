package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * The owner or a member set a new sign-in password; the old one works no more.
 *
 * @param userId the account itself or one of its members
 */
public record PasswordChanged(UUID accountId, UUID userId) implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return userId.toString();
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
