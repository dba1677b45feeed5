package io.handover.kit.inbox;

import io.handover.events.Event;
import io.handover.kit.origin.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An event as it arrived.
 *
 * @param account whose event it is, even where the event is of a type this code does not know
 * @param eventId the same each time it arrives
 * @param occurredAt when its publisher wrote it down
 * @param origin who caused it, and from where
 */
public record Received<E extends Event>(
        E event, Optional<UUID> account, UUID eventId, Instant occurredAt, Origin origin) {}
