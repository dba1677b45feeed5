package io.handover.provisioning.server;

import jakarta.persistence.Embeddable;
import java.util.List;

/**
 * What a server's owner sets, and clients expect to read again.
 *
 * @param simpleBackup {@code no}, or {@code HHMM,plan}
 * @param interfaces their types, in order
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
        List<String> interfaces) {

    static final ServerSettings DEFAULT =
            new ServerSettings(false, false, "no", "UTC", "vga", "virtio", "disk", List.of("public", "utility"));
}
