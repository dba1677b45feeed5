package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A tag exists.
 *
 * @param tag its name in lower case, by which tags are compared
 */
public record TagCreated(UUID accountId, String tag) implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return tag;
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
