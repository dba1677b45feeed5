package io.handover.notification.provider;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** What a recipient's next messages are refused with; after that they are taken. */
final class Refusals {

    private final Map<String, Queue<Integer>> codes = new ConcurrentHashMap<>();

    void add(String recipient, int... next) {
        IntStream.of(next).forEach(queue(recipient)::add);
    }

    Optional<Integer> next(String recipient) {
        return Optional.ofNullable(queue(recipient).poll());
    }

    private Queue<Integer> queue(String recipient) {
        return codes.computeIfAbsent(recipient, ignored -> new ConcurrentLinkedQueue<>());
    }
}
