package io.handover.quickstart.search;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

/**
 * Finds many byte sequences in one pass, and across the borders of buffers, because all it knows of what it has read is
 * the number of a state (Aho and Corasick, 1975).
 */
final class Automaton {

    static final int START = 0;

    private static final int BYTES = 256;
    private static final int NONE = -1;

    private final List<int[]> next = new ArrayList<>();
    private final List<BitSet> found = new ArrayList<>();

    /** Reports a sequence by the number of its group. */
    Automaton(List<? extends Collection<ByteBuffer>> groups) {
        addState();
        for (int group = 0; group < groups.size(); group++) {
            for (ByteBuffer sequence : groups.get(group)) {
                add(sequence, group);
            }
        }
        completeTransitions();
    }

    int step(int state, byte read) {
        return next.get(state)[Byte.toUnsignedInt(read)];
    }

    /** The groups of which a sequence ends here. */
    BitSet found(int state) {
        return found.get(state);
    }

    private void add(ByteBuffer sequence, int group) {
        int state = START;
        for (int at = sequence.position(); at < sequence.limit(); at++) {
            int read = Byte.toUnsignedInt(sequence.get(at));
            if (next.get(state)[read] == NONE) {
                next.get(state)[read] = addState();
            }
            state = next.get(state)[read];
        }
        found.get(state).set(group);
    }

    private int addState() {
        int[] nowhere = new int[BYTES];
        Arrays.fill(nowhere, NONE);
        next.add(nowhere);
        found.add(new BitSet());
        return next.size() - 1;
    }

    /** Breadth first: where a sequence goes on no further, go on with the longest one that ends the same way. */
    private void completeTransitions() {
        int[] fallback = new int[next.size()];
        Queue<Integer> states = new ArrayDeque<>(List.of(START));
        while (!states.isEmpty()) {
            int state = states.remove();
            found.get(state).or(found.get(fallback[state]));
            int[] own = next.get(state);
            int[] shorter = next.get(fallback[state]);
            for (int read = 0; read < BYTES; read++) {
                int instead = state == START ? START : shorter[read];
                if (own[read] == NONE) {
                    own[read] = instead;
                } else {
                    fallback[own[read]] = instead;
                    states.add(own[read]);
                }
            }
        }
    }
}
