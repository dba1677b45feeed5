package io.handover.provisioning.incus;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a disk is kept: those with an operating system are instances, or parts of them. */
sealed interface Place {

    /** A root: of a machine, or of a stopped instance of its own. */
    record Root(Instance instance) implements Place {

        @Override
        public boolean made() {
            return instance.is(Keys.MADE);
        }

        @Override
        public int sizeGib() {
            return instance.sizeGib();
        }

        @Override
        public Instant createdAt() {
            return instance.createdAt();
        }

        /** The server whose machine it is part of. */
        Optional<UUID> server() {
            return Keys.server(instance.name());
        }
    }

    /** A volume. */
    record Volume(String name, Optional<String> location, int sizeGib, boolean made, Instant createdAt)
            implements Place {

        static Volume of(JsonNode shown) {
            JsonNode config = shown.path("config");
            return new Volume(
                    shown.path("name").asText(),
                    IncusApi.location(shown),
                    Size.parse(config.path("size").asText()),
                    Keys.YES.equals(config.path(Keys.MADE).asText()),
                    Instant.parse(shown.path("created_at").asText()));
        }
    }

    /** False while it is being made, or when it was left half made. */
    boolean made();

    int sizeGib();

    Instant createdAt();
}
