package io.handover.sandbox.removal;

import io.handover.sandbox.refusal.Refusal;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers what was removed, so that it is not made again by a request that was on its way for longer than its caller
 * waited. No id is used twice. A restart forgets: it ends the connections of such requests, too.
 */
@Singleton
public class Removals {

    /** The latest; nobody waits as long as it takes to remove so many. */
    private static final int KEPT_MAX = 100_000;

    private final Set<UUID> removed = new LinkedHashSet<>();

    /** It is gone for good. */
    public synchronized void add(UUID id) {
        if (removed.add(id) && removed.size() > KEPT_MAX) {
            removed.remove(removed.iterator().next());
        }
    }

    /** Refuses to make what was removed. */
    public synchronized void refuse(UUID id) {
        if (removed.contains(id)) {
            throw Refusal.conflict("REMOVED", id + " was removed, and is not made again.");
        }
    }
}
