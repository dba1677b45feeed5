package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A server carries a tag: whoever was granted the tag controls it.
 *
 * @param tag its name in lower case
 */
public record ServerTagged(UUID accountId, UUID serverId, String tag, UUID taggedBy)
        implements ServerEvent, AccountScoped {

    @Override
    public String subject() {
        return serverId.toString();
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
