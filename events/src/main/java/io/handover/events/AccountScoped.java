package io.handover.events;

import java.util.UUID;

/** An event that belongs to one main account; within an account such events have one order per topic. */
public interface AccountScoped extends Event {

    /** The main account. */
    UUID accountId();
}
