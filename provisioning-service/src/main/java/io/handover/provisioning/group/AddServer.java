package io.handover.provisioning.group;

import org.jspecify.annotations.Nullable;

/** The body that adds a server to a group. */
record AddServer(@Nullable Fields server) {

    String id() {
        if (server == null || server.uuid() == null) {
            throw GroupRefusals.wrapperMissing("server");
        }
        return server.uuid();
    }

    record Fields(@Nullable String uuid) {}
}
