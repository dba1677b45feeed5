package io.handover.provisioning.group;

import io.handover.provisioning.label.Label;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a create or change of a group; what is left out is null. */
record SaveServerGroup(@Nullable Fields serverGroup) {

    Fields fields() {
        if (serverGroup == null) {
            throw GroupRefusals.wrapperMissing("server_group");
        }
        return serverGroup;
    }

    record Fields(
            @Nullable String title,
            @Nullable String antiAffinity,
            @Nullable Labels labels,
            @Nullable Servers servers) {

        /** Empty when the members are not to change. */
        Optional<List<String>> members() {
            return Optional.ofNullable(servers).map(Servers::all);
        }
    }

    record Labels(@Nullable List<@Nullable Label> label) {}

    record Servers(@Nullable List<@Nullable String> server) {

        List<String> all() {
            return server == null
                    ? List.of()
                    : server.stream().map(id -> id == null ? "" : id).toList();
        }
    }
}
