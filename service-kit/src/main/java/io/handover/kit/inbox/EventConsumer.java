package io.handover.kit.inbox;

import io.handover.events.Event;
import io.handover.events.Topic;
import io.handover.kit.version.Projection;
import io.smallrye.mutiny.Uni;

/**
 * Who hears a topic. The method of its channel hands each record to {@link Inbox#once}; what was put aside is applied
 * by the same {@link #apply} later, on any replica and whether or not anything was heard since the start.
 */
public interface EventConsumer<E extends Event> extends Projection {

    /** {@code <service>.<feature>}, the same for ever: by it the inbox remembers what was applied. */
    @Override
    String name();

    /** What it hears. */
    @Override
    Topic<E> topic();

    /** Applies an event, in the present transaction; may run again after a failure, then in a new one. */
    Uni<Void> apply(Received<E> received);

    /**
     * Whether this service decides by these events who may do what. Then the requests of an account are refused while
     * an event of it is put aside, rather than decided by what is out of date; otherwise they go on without it.
     */
    default boolean guardsAccess() {
        return false;
    }
}
