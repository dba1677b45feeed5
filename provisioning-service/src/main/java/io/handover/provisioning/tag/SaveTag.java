package io.handover.provisioning.tag;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a create or change of a tag; what is left out is null. */
record SaveTag(@Nullable Fields tag) {

    private static final int DESCRIPTION_LENGTH_MAX = 255;

    Fields fields() {
        if (tag == null) {
            throw TagRefusals.wrapperMissing();
        }
        String description = tag.description();
        if (description != null && (description.length() > DESCRIPTION_LENGTH_MAX || description.indexOf('\0') >= 0)) {
            throw TagRefusals.badDescription();
        }
        return tag;
    }

    private static UUID serverId(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException malformed) {
            throw TagRefusals.serverNotAnId();
        }
    }

    record Fields(
            @Nullable String name,
            @Nullable String description,
            @Nullable Servers servers) {

        /** Null leaves the servers as they are; an empty list takes the tag from all of them. */
        @Nullable
        List<UUID> serverIds() {
            if (servers == null || servers.server() == null) {
                return null;
            }
            return servers.server().stream().map(SaveTag::serverId).distinct().toList();
        }
    }

    record Servers(@Nullable List<@Nullable String> server) {}
}
