package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A server no longer carries a tag.
 *
 * @param tag its name in lower case
 */
public record ServerUntagged(UUID accountId, UUID serverId, String tag, UUID untaggedBy)
        implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return serverId.toString();
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
