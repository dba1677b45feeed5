package io.handover.quickstart.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What arrived, newest first, in memory only. The oldest goes when there are too many. */
final class Messages {

    static final int KEPT_MAX = 1_000;

    private final Deque<Message> newestFirst = new ArrayDeque<>();

    synchronized void add(Message message) {
        newestFirst.addFirst(message);
        if (newestFirst.size() > KEPT_MAX) {
            newestFirst.removeLast();
        }
    }

    synchronized List<Message> list() {
        return List.copyOf(newestFirst);
    }

    synchronized void clear() {
        newestFirst.clear();
    }
}
