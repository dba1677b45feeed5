package io.handover.gateway.door;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Room for the bodies of all requests under way together: whoever sends many at once fills this, and not the memory.
 */
final class BodyRoom {

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    BodyRoom(long bytes) {
        this.bytes = bytes;
    }

    /** Whether there was so much left. What was taken is to be given back. */
    boolean take(int length) {
        return fits(taken.getAndUpdate(before -> fits(before, length) ? before + length : before), length);
    }

    void giveBack(int length) {
        taken.addAndGet(-length);
    }

    private boolean fits(long before, int length) {
        return before + length <= bytes;
    }
}
