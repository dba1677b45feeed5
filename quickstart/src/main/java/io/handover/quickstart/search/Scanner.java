package io.handover.quickstart.search;

import java.util.Arrays;

/**
 * Reads one stream, and reports what it finds. It reads everything twice at once: as it is, and as if there were no
 * line breaks, nor the soft ones of quoted-printable, because mail and PEM break long lines wherever they like.
 */
final class Scanner {

    private final Automaton automaton;
    private final Finder finder;

    private int plain = Automaton.START;
    private int joined = Automaton.START;

    /** An equals sign was read that belongs to a line break, if there is one behind it. */
    private boolean held;

    private long read;

    Scanner(Automaton automaton, Finder finder) {
        this.automaton = automaton;
        this.finder = finder;
    }

    void read(byte[] buffer, int length) {
        for (int at = 0; at < length; at++) {
            read(buffer[at]);
        }
    }

    /** How many bytes have been read. */
    long position() {
        return read;
    }

    private void read(byte next) {
        read++;
        boolean same = plain == joined && !held;
        plain = automaton.step(plain, next);
        report(automaton.found(plain));
        if (same && !mayBreakTheLine(next)) {
            joined = plain;
        } else {
            join(next);
        }
    }

    private void join(byte next) {
        if (next == '\r' || next == '\n') {
            held = false;
            return;
        }
        if (held) {
            joined = automaton.step(joined, (byte) '=');
            reportJoined();
        }
        held = next == '=';
        if (!held) {
            joined = automaton.step(joined, next);
            reportJoined();
        }
    }

    private void report(int[] found) {
        for (int number : found) {
            finder.found(number, read);
        }
    }

    /** Without what was found as it is. */
    private void reportJoined() {
        int[] already = automaton.found(plain);
        for (int number : automaton.found(joined)) {
            if (Arrays.stream(already).noneMatch(other -> other == number)) {
                finder.found(number, read);
            }
        }
    }

    private static boolean mayBreakTheLine(byte next) {
        return next == '\r' || next == '\n' || next == '=';
    }

    /** Hears of a sequence and of the position behind its last byte. */
    interface Finder {
        void found(int number, long end);
    }
}
