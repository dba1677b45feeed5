package io.handover.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.handover.events.Event;
import io.handover.events.Topic;

/**
 * Events to and from JSON. It has a mapper of its own, because the contract with the topics' readers must not move with
 * the naming rules of an HTTP API.
 */
public final class EventCodec {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventCodec() {}

    /** The JSON of an event's components. */
    public static String write(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), impossible);
        }
    }

    /**
     * The event of a CloudEvents type, or the topic's unknown event when the type is newer than this code.
     *
     * @throws UnreadableEvent when the data does not fit the type
     */
    public static <E extends Event> E read(Topic<E> topic, String type, String data) {
        return topic.recordOf(type)
                .map(record -> topic.family().cast(read(type, data, record)))
                .orElseGet(() -> topic.unknown().apply(type));
    }

    private static Event read(String type, String data, Class<? extends Event> record) {
        try {
            Event event = JSON.readValue(data, record);
            if (event == null) {
                throw new UnreadableEvent(type + " has no data");
            }
            return event;
        } catch (JsonProcessingException malformed) {
            // The cause would quote the data; an event's data stays out of logs.
            throw new UnreadableEvent(
                    type + " cannot be read: " + malformed.getClass().getSimpleName());
        }
    }
}
