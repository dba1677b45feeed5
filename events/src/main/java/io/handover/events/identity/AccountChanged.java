package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A main account's details or sign-in rules changed; its contacts are told by {@link ContactChanged}. */
public record AccountChanged(UUID accountId) implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return accountId.toString();
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
