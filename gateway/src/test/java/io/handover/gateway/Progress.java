package io.handover.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much of its answer a neighbour has got rid of. */
final class Progress {

    /** Instead of a number of bytes. */
    static final long BROKEN_OFF = -1;

    private final Map<String, Long> bytes = new ConcurrentHashMap<>();

    void advance(String key, int more) {
        bytes.merge(key, (long) more, Long::sum);
    }

    void breakOff(String key) {
        bytes.put(key, BROKEN_OFF);
    }

    long of(String key) {
        return bytes.getOrDefault(key, 0L);
    }
}
