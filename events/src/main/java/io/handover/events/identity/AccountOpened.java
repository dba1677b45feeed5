package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A main account was opened.
 *
 * @param username the name its owner signs in with
 * @param email the contact that root passwords are mailed to
 * @param phone the contact that root passwords are texted to, E.164
 */
public record AccountOpened(UUID accountId, String username, String email, String phone)
        implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return accountId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
