package io.handover.events;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Kafka topic and the closed set of events on it.
 *
 * @param name {@code <publisher>.<aggregate>.v<major>}
 * @param publisher the one service that writes it, without the suffix {@code -service}
 * @param family the sealed interface that permits every event of the topic
 * @param unknown makes the event that stands for a {@code ce_type} newer than this code
 */
public record Topic<E extends Event>(String name, String publisher, Class<E> family, Function<String, E> unknown) {

    /** Where events go that their consumer could not read or apply. */
    public String deadLetters() {
        return name + ".dead";
    }

    /**
     * The CloudEvents {@code type} of an event on this topic, such as {@code io.handover.identity.AccountOpened.v1}.
     */
    public String typeOf(Event event) {
        return typeOf(event.getClass());
    }

    /** The record that carries a CloudEvents {@code type}; empty when this code does not know it. */
    public Optional<Class<? extends E>> recordOf(String type) {
        return Arrays.stream(family.getPermittedSubclasses())
                .filter(candidate -> typeOf(candidate).equals(type))
                .<Class<? extends E>>map(candidate -> candidate.asSubclass(family))
                .findFirst();
    }

    private String typeOf(Class<?> event) {
        return "io.handover." + publisher + "." + event.getSimpleName() + ".v1";
    }
}
