package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A tag is gone, from every server too.
 *
 * @param tag its name in lower case
 */
public record TagDeleted(UUID accountId, String tag) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return tag;
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
