package io.handover.provisioning.storage;

import java.util.UUID;

/**
 * A server that disks are attached to and detached from.
 *
 * @param stopped some devices change only then
 * @param interfaces of its network: they take slots, too
 */
public record DiskHost(UUID serverId, String zone, boolean stopped, int interfaces) {

    /** A CD-ROM is loaded into a running server, too. */
    DiskHost asIfStopped() {
        return new DiskHost(serverId, zone, true, interfaces);
    }
}
