package io.handover.kit.origin;

import java.util.Optional;
import java.util.UUID;

/**
 * Who caused an event, and from where.
 *
 * @param actor the name of the account or member that acted; absent when Handover did so by itself
 * @param actorToken the API token it used, if it used one
 * @param clientAddress where it acted from, as the gateway saw it
 */
public record Origin(Optional<String> actor, Optional<UUID> actorToken, Optional<String> clientAddress) {

    /** Handover by itself. */
    public static final Origin NONE = new Origin(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of somebody who has no access token yet: it signs up or in. */
    public static Origin of(String actor, Optional<String> clientAddress) {
        return new Origin(Optional.of(actor), Optional.empty(), clientAddress);
    }
}
