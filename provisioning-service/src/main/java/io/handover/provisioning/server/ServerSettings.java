package io.handover.provisioning.server;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * What a server's owner sets, and clients expect to read again.
 *
 * @param simpleBackup {@code no}, or {@code HHMM,plan}
 * @param remoteAccessType of a console that Handover does not have; kept because clients compare
 */
@Embeddable
record ServerSettings(
        boolean firewall,
        boolean metadata,
        String simpleBackup,
        String timezone,
        String videoModel,
        String nicModel,
        String bootOrder,
        boolean remoteAccess,
        String remoteAccessType,
        @Convert(converter = NicsConverter.class) List<Nic> interfaces) {

    static final ServerSettings DEFAULT =
            new ServerSettings(false, false, "no", "UTC", "vga", "virtio", "disk", false, "vnc", Nic.DEFAULT);
}
