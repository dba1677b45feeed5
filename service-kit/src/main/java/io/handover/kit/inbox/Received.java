package io.handover.kit.inbox;

import io.handover.events.Event;
import io.handover.events.Topic;
import io.handover.kit.event.CloudEventHeaders;
import io.handover.kit.event.EventCodec;
import io.handover.kit.event.UnreadableEvent;
import io.handover.kit.origin.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it arrived.
 *
 * @param account whose event it is, even where the event is of a type this code does not know
 * @param eventId the same each time it arrives
 * @param occurredAt when its publisher wrote it down
 * @param origin who caused it, and from where
 */
public record Received<E extends Event>(
        E event, Optional<UUID> account, UUID eventId, Instant occurredAt, Origin origin) {

    /**
     * Reads a record.
     *
     * @throws UnreadableEvent when it is not what its headers claim
     */
    static <E extends Event> Received<E> read(Topic<E> topic, ConsumerRecord<String, String> record) {
        CloudEventHeaders headers = CloudEventHeaders.from(record.headers());
        E event = EventCodec.read(topic, headers.type(), record.value());
        return new Received<>(event, headers.account(), headers.id(), headers.time(), headers.origin());
    }
}
