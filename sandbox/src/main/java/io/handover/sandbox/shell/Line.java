package io.handover.sandbox.shell;

import java.util.Arrays;

/** A line while it is typed: of bounded length, and wiped afterwards, because it may be a password. */
final class Line implements AutoCloseable {

    static final int LENGTH_MAX = 1024;

    private final char[] characters = new char[LENGTH_MAX];
    private int length;

    /** False when it is full. */
    boolean append(char character) {
        if (length == LENGTH_MAX) {
            return false;
        }
        characters[length++] = character;
        return true;
    }

    /** False when there is nothing to take back. */
    boolean takeBack() {
        if (length == 0) {
            return false;
        }
        characters[--length] = '\0';
        return true;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** A copy, the caller's to wipe. */
    char[] copy() {
        return Arrays.copyOf(characters, length);
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }
}
