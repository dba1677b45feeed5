package io.handover.events.identity;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A main account's contacts changed.
 *
 * @param email the contact that root passwords are mailed to
 * @param phone the contact that root passwords are texted to, E.164
 */
public record ContactChanged(UUID accountId, String email, String phone) implements AccountEvent, AccountScoped {

    @Override
    public String subject() {
        return accountId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
