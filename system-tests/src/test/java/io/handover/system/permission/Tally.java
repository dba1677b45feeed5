package io.handover.system.permission;

import java.util.Locale;

/** How much was asked. */
final class Tally {

    private long changes;
    private long tries;
    private long questions;
    private long lists;
    private long inLists;

    void step(Judge.Result result) {
        tries++;
        changes += result.done() ? 1 : 0;
    }

    void check(Check check, long triples) {
        switch (check) {
            case Check.Look _ -> {
                lists++;
                inLists += triples;
            }
            case Check.Question _ -> questions++;
            case Check.Attempt _ -> tries++;
        }
    }

    long triples() {
        return tries + questions + inLists;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d triples (%,d tries to change something, of which %,d did; %,d questions; %,d by %,d lists)",
                triples(),
                tries,
                changes,
                questions,
                inLists,
                lists);
    }
}
