package io.handover.provisioning.deployment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A server to be made; its disks are those that are attached to it.
 *
 * @param passwordHash as in {@code /etc/shadow}; null for no password
 */
public record DeploymentOrder(
        UUID accountId,
        UUID serverId,
        String hostname,
        int cores,
        int memoryMib,
        @Nullable String passwordHash,
        List<String> sshKeys) {

    /** Without the hash: that is for the guest only. */
    @Override
    public String toString() {
        return "DeploymentOrder[" + serverId + ", " + hostname + "]";
    }
}
