package io.handover.quickstart.search;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * Finds many byte sequences in one pass, and across the borders of buffers, because all it knows of what it has read is
 * the number of a state (Aho and Corasick, 1975). Bytes that occur in none of them share one column of the table.
 */
final class Automaton {

    static final int START = 0;

    private static final int BYTES = 256;
    private static final int NONE = -1;
    private static final int[] NOTHING = {};

    private final int[] columns = new int[BYTES];
    private final int width;
    private final int[] next;
    private final int[][] found;
    private int states;

    /** Reports a sequence by its place in the list. */
    Automaton(List<ByteBuffer> sequences) {
        width = nameColumns(sequences);
        int statesMax = 1 + sequences.stream().mapToInt(ByteBuffer::remaining).sum();
        next = new int[statesMax * width];
        found = new int[statesMax][];
        addState();
        IntStream.range(0, sequences.size()).forEach(number -> add(sequences.get(number), number));
        completeTransitions();
    }

    int step(int state, byte read) {
        return next[state * width + columns[Byte.toUnsignedInt(read)]];
    }

    /** The sequences that end here; not to be changed. */
    int[] found(int state) {
        return found[state];
    }

    private int nameColumns(List<ByteBuffer> sequences) {
        int named = 0;
        for (ByteBuffer sequence : sequences) {
            for (int at = sequence.position(); at < sequence.limit(); at++) {
                int read = Byte.toUnsignedInt(sequence.get(at));
                if (columns[read] == 0) {
                    columns[read] = ++named;
                }
            }
        }
        return named + 1;
    }

    private void add(ByteBuffer sequence, int number) {
        int state = START;
        for (int at = sequence.position(); at < sequence.limit(); at++) {
            int cell = state * width + columns[Byte.toUnsignedInt(sequence.get(at))];
            if (next[cell] == NONE) {
                next[cell] = addState();
            }
            state = next[cell];
        }
        found[state] = joined(found[state], new int[] {number});
    }

    private int addState() {
        Arrays.fill(next, states * width, (states + 1) * width, NONE);
        found[states] = NOTHING;
        return states++;
    }

    /** Breadth first: where a sequence goes on no further, go on with the longest one that ends the same way. */
    private void completeTransitions() {
        int[] fallback = new int[states];
        Queue<Integer> left = new ArrayDeque<>(List.of(START));
        while (!left.isEmpty()) {
            int state = left.remove();
            if (state != START) {
                found[state] = joined(found[state], found[fallback[state]]);
            }
            for (int column = 0; column < width; column++) {
                int cell = state * width + column;
                int instead = state == START ? START : next[fallback[state] * width + column];
                if (next[cell] == NONE) {
                    next[cell] = instead;
                } else {
                    fallback[next[cell]] = instead;
                    left.add(next[cell]);
                }
            }
        }
    }

    private static int[] joined(int[] some, int[] more) {
        return more.length == 0
                ? some
                : IntStream.concat(IntStream.of(some), IntStream.of(more)).toArray();
    }
}
