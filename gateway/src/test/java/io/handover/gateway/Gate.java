package io.handover.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Where a neighbour waits until a test lets it go on. */
final class Gate {

    private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();

    void await(String key) {
        try {
            latch(key).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void open(String key) {
        latch(key).countDown();
    }

    private CountDownLatch latch(String key) {
        return latches.computeIfAbsent(key, ignored -> new CountDownLatch(1));
    }
}
