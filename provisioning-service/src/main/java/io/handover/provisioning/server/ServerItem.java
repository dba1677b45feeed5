package io.handover.provisioning.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.handover.provisioning.label.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A server as a list shows it, with UpCloud's types: numbers that must be strings are strings.
 *
 * @param created seconds since 1970
 * @param progress percent, while it is being deployed
 * @param serverGroup the one it belongs to; shown as null when there is none
 */
record ServerItem(
        String coreNumber,
        long created,
        String hostname,
        Map<String, List<Label>> labels,
        int license,
        String memoryAmount,
        String plan,
        String planIpv4Bytes,
        String planIpv6Bytes,
        @Nullable String progress,
        @JsonInclude @Schema(nullable = true) @Nullable UUID serverGroup,
        String simpleBackup,
        String state,
        Map<String, List<String>> tags,
        String title,
        UUID uuid,
        String zone) {

    static ServerItem of(
            ServerForm form,
            ServerState state,
            List<String> tags,
            UUID serverId,
            @Nullable UUID serverGroup,
            Instant createdAt) {
        return new ServerItem(
                Integer.toString(form.coreNumber()),
                createdAt.getEpochSecond(),
                form.hostname(),
                Map.of("label", form.labels()),
                0,
                Integer.toString(form.memoryAmount()),
                form.plan(),
                "0",
                "0",
                state == ServerState.MAINTENANCE ? "0" : null,
                serverGroup,
                form.settings().simpleBackup(),
                state.onTheWire(),
                Map.of("tag", tags),
                form.title(),
                serverId,
                form.zone());
    }

    /** As the wire has them. */
    record AllServers(Map<String, List<ServerItem>> servers) {

        static AllServers of(List<ServerItem> found) {
            return new AllServers(Map.of("server", found));
        }
    }
}
