package io.handover.identity.signin;

import io.handover.identity.password.Whose;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many passwords are verified at a time, of one username and of all strangers: neither a storm on one username nor
 * one on many fills the queue that all share, or keeps people out where they came in before, who have turns of their
 * own there. Kept in memory; the usernames that nobody used for longest are forgotten.
 */
final class Turns {

    private static final int AT_A_TIME_MAX = 8;
    private static final int USERNAMES_MAX = 10_000;
    private static final int NETWORKS_MAX = 8;

    private final int strangersMax;
    private final Map<Object, Integer> underWay = new HashMap<>();
    private int strangers;
    private final Map<String, Set<String>> familiar = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > USERNAMES_MAX;
        }
    };

    /** So many of strangers at most. */
    Turns(int strangersMax) {
        this.strangersMax = strangersMax;
    }

    /**
     * A turn that was taken, and is to be given back once.
     *
     * @param line whose turns they are: a username's strangers', or one familiar guesser's
     */
    record Turn(Object line) {

        private static Turn of(Guesser guesser, boolean familiar) {
            return new Turn(familiar ? guesser : guesser.username());
        }

        Whose whose() {
            return line instanceof Guesser ? Whose.KNOWN : Whose.STRANGERS;
        }

        private boolean isStrangers() {
            return whose() == Whose.STRANGERS;
        }
    }

    /** Takes a turn; empty when as many are under way as may be. */
    synchronized Optional<Turn> take(Guesser guesser) {
        Turn turn = Turn.of(guesser, isFamiliar(guesser));
        if (underWay.getOrDefault(turn.line(), 0) >= AT_A_TIME_MAX
                || (turn.isStrangers() && strangers >= strangersMax)) {
            return Optional.empty();
        }
        strangers += turn.isStrangers() ? 1 : 0;
        underWay.merge(turn.line(), 1, Integer::sum);
        return Optional.of(turn);
    }

    synchronized void giveBack(Turn turn) {
        strangers -= turn.isStrangers() ? 1 : 0;
        underWay.computeIfPresent(turn.line(), (line, count) -> count == 1 ? null : count - 1);
    }

    /** Somebody came in: next time they are known. */
    synchronized void cameIn(Guesser guesser) {
        Set<String> networks = familiar.computeIfAbsent(guesser.username(), username -> new LinkedHashSet<>());
        networks.remove(guesser.network());
        networks.add(guesser.network());
        if (networks.size() > NETWORKS_MAX) {
            networks.remove(networks.iterator().next());
        }
    }

    private boolean isFamiliar(Guesser guesser) {
        return familiar.getOrDefault(guesser.username(), Set.of()).contains(guesser.network());
    }
}
