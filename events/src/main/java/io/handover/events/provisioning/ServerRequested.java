package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * A server was asked for; its deployment begins.
 *
 * @param requestedBy the account or the member who asked
 */
public record ServerRequested(
        UUID accountId, UUID serverId, UUID requestedBy, String hostname, String zone, String plan)
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
