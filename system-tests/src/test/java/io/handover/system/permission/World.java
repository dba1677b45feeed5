package io.handover.system.permission;

import java.util.List;

/** Where a history takes place: empty at first. */
interface World {

    /** Sees to it that nothing but permissions can stand in the way of a step. */
    void prepare(Step step);

    /** Tries a step. */
    Taken take(Step step);

    Verdict ask(Check.Question question);

    /**
     * What is in a list, in its order: {@link Thing}, {@link Carried}, {@link Permission}, or a text that is none of
     * them.
     */
    List<?> list(Check.Look look);

    /** Whether a credential, a former one too, is good for anything. */
    boolean letsIn(Who who);

    /**
     * How a step went.
     *
     * @param done it has changed something
     * @param again it got no answer at first; the first time may have done it
     */
    record Taken(Verdict verdict, boolean done, boolean again) {}
}
