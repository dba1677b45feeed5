package io.handover.simulation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What went wrong where, in all histories that share it. */
final class Coverage {

    private final Set<String> wrong = ConcurrentHashMap.newKeySet();

    void note(String point, int way) {
        if (way > 0) {
            wrong.add(point + " " + way);
        }
    }

    boolean has(String point, int way) {
        return wrong.contains(point + " " + way);
    }
}
