package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** A main account was closed; everything below it goes. */
public record AccountClosed(UUID accountId) implements AccountEvent, AccountScoped {

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
