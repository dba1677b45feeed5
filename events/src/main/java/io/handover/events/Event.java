package io.handover.events;

/**
 * A fact, named in the past tense. Published as a CloudEvents 1.0 record in Kafka's binary mode: the record's value is
 * the JSON of the event's components, everything else is in the headers.
 */
public interface Event {

    /** The id of what the fact is about: {@code ce_subject}. */
    String subject();

    /** The id within which order matters: the Kafka record's key. */
    String key();

    /**
     * Whether it takes away what somebody could do at another service than the one that says so. A request that causes
     * such a fact is answered when every service knows of it.
     */
    default boolean withdraws() {
        return false;
    }
}
