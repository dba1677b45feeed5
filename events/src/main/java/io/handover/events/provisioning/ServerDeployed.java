package io.handover.events.provisioning;

import io.handover.events.AccountScoped;
import java.util.UUID;

/** The server answers: who has its password or key can log in. */
public record ServerDeployed(
        UUID accountId, UUID serverId, String hostname, String sshHost, int sshPort, String sshUser)
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
