package io.handover.kit.inbox;

import io.handover.events.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it arrived.
 *
 * @param eventId the same each time it arrives
 * @param occurredAt when its publisher wrote it down
 */
public record Received<E extends Event>(E event, UUID eventId, Instant occurredAt) {}
