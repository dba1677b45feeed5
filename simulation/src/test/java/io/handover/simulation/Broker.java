package io.handover.simulation;

import io.handover.events.AccountScoped;
import io.handover.events.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Topics: in order for one key, in any order for several, and read again from anywhere when a consumer dies or the
 * group is balanced anew.
 */
final class Broker {

    /** What goes wrong with a delivery to a consumer. */
    private static final int DIES_BEFORE = 1;

    private static final int DIES_AFTER = 2;
    private static final int READS_AGAIN = 3;
    private static final int READS_ALL_AGAIN = 4;
    private static final int WAYS = 5;

    private final World world;
    private final Map<Key, List<Message>> log = new HashMap<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    Broker(World world) {
        this.world = world;
    }

    /**
     * An event on its way.
     *
     * @param version how many events the publisher has said about the account
     */
    record Message(UUID id, Topic<?> topic, AccountScoped event, long version) {

        Key key() {
            return new Key(topic, event.key());
        }
    }

    /** What order is kept for. */
    record Key(Topic<?> topic, String id) {}

    void subscribe(Topic<?> topic, String consumer, Consumer<Message> effect) {
        subscriptions.add(new Subscription(topic, consumer, effect));
    }

    void append(Message message) {
        Key key = message.key();
        log.computeIfAbsent(key, absent -> new ArrayList<>()).add(message);
        for (Subscription subscription : subscriptions) {
            if (subscription.topic.equals(message.topic())) {
                subscription.wake(key);
            }
        }
    }

    /** Everything of every topic once more, to everybody. */
    void replay() {
        subscriptions.forEach(Subscription::rewind);
    }

    private final class Subscription {

        private final Topic<?> topic;
        private final String consumer;
        private final Consumer<Message> effect;
        private final Map<Key, Integer> positions = new HashMap<>();

        Subscription(Topic<?> topic, String consumer, Consumer<Message> effect) {
            this.topic = topic;
            this.consumer = consumer;
            this.effect = effect;
        }

        void wake(Key key) {
            if (positions.putIfAbsent(key, 0) == null || isAtLast(key)) {
                world.soon(() -> read(key));
            }
        }

        private boolean isAtLast(Key key) {
            return position(key) == messages(key).size() - 1;
        }

        void rewind() {
            positions.keySet().forEach(key -> {
                positions.put(key, 0);
                world.soon(() -> read(key));
            });
        }

        private void read(Key key) {
            int position = position(key);
            Message message = messages(key).get(position);
            int wrong = world.wrong(consumer, WAYS);
            if (wrong != DIES_BEFORE) {
                world.note(consumer, "hears", message.event());
                effect.accept(message);
            }
            positions.put(key, next(position, wrong));
            if (position(key) < messages(key).size()) {
                world.soon(() -> read(key));
            }
        }

        private int position(Key key) {
            return positions.getOrDefault(key, 0);
        }

        private static int next(int position, int wrong) {
            return switch (wrong) {
                case DIES_BEFORE, DIES_AFTER -> position;
                case READS_AGAIN -> Math.max(0, position - 1);
                case READS_ALL_AGAIN -> 0;
                default -> position + 1;
            };
        }

        private List<Message> messages(Key key) {
            return log.getOrDefault(key, List.of());
        }
    }
}
