package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/**
 * The server could not be made; nothing of it is left.
 *
 * @param reason for people; never a secret
 */
public record ServerDeploymentFailed(UUID accountId, UUID serverId, String reason)
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
