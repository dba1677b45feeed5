package io.handover.provisioning.compute;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine to be made.
 *
 * @param rootPasswordHash as in {@code /etc/shadow}; null for no password
 * @param sshKeys OpenSSH public keys that root may log in with
 */
public record MachineSpec(
        UUID serverId,
        String hostname,
        int cores,
        int memoryMib,
        List<UUID> disks,
        @Nullable String rootPasswordHash,
        List<String> sshKeys) {

    /** Without the hash: that is for the guest only. */
    @Override
    public String toString() {
        return "MachineSpec[" + serverId + ", " + hostname + "]";
    }
}
