package io.handover.simulation.search;

import java.util.Arrays;

/** A history that went wrong, as short as it could be found. */
public final class Counterexample extends AssertionError {

    private final String rule;
    private final transient int[] choices;

    Counterexample(String origin, int[] choices, AssertionError wrong) {
        super(
                wrong.getMessage() + "\n" + origin + "; the shortest found has the choices " + Arrays.toString(choices),
                wrong);
        this.rule = String.valueOf(wrong.getMessage());
        this.choices = choices;
    }

    /** What went wrong. */
    public String rule() {
        return rule;
    }

    /** Those that lead there again. */
    public Choices choices() {
        return Choices.of(choices);
    }
}
