package io.handover.simulation;

import io.handover.events.AccountScoped;
import io.handover.events.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A service's outbox, inbox and account versions: what is recorded in a transaction is said, in its order, at least
 * once; what is heard has its effect once.
 */
final class Ledger {

    private final World world;
    private final Broker broker;
    private final String service;
    private final Deque<Broker.Message> outbox = new ArrayDeque<>();
    private final Set<Heard> inbox = new HashSet<>();
    private final Map<Account, Long> said = new HashMap<>();
    private final Map<Account, Long> seen = new HashMap<>();

    Ledger(World world, Broker broker, String service) {
        this.world = world;
        this.broker = broker;
        this.service = service;
    }

    private record Account(Topic<?> topic, UUID accountId) {}

    private record Heard(String consumer, UUID event) {}

    /**
     * In the present transaction.
     *
     * @return the account's version with it
     */
    long record(Topic<?> topic, AccountScoped event) {
        long version = said.merge(new Account(topic, event.accountId()), 1L, Long::sum);
        boolean lost = world.has(Flaw.NO_OUTBOX) && world.wrong("says after the commit", 2) > 0;
        if (!lost) {
            outbox.add(new Broker.Message(world.id(), topic, event, version));
            if (outbox.size() == 1) {
                world.soon(this::relay);
            }
        }
        return version;
    }

    /** Dies, now and then, before it knows that it has said something, and says it again. */
    private void relay() {
        broker.append(outbox.element());
        if (world.wrong("relay of " + service, 2) == 0) {
            outbox.remove();
        }
        if (!outbox.isEmpty()) {
            world.soon(this::relay);
        }
    }

    void hear(Topic<?> topic, String feature, Consumer<AccountScoped> effect) {
        String consumer = service + "." + feature;
        broker.subscribe(topic, consumer, message -> {
            if (inbox.add(new Heard(consumer, message.id())) || world.has(Flaw.NO_INBOX)) {
                effect.accept(message.event());
            }
            seen.merge(new Account(topic, message.event().accountId()), message.version(), Math::max);
        });
    }

    /** How far an account's events of a topic are known. */
    long seen(Topic<?> topic, UUID accountId) {
        return seen.getOrDefault(new Account(topic, accountId), 0L);
    }

    boolean isSaid() {
        return outbox.isEmpty();
    }
}
