package io.handover.simulation;

import java.util.Arrays;

/** Something that must never be has been. */
final class Violation extends AssertionError {

    Violation(String rule, Object... details) {
        super(rule + " " + Arrays.toString(details));
    }

    static void unless(boolean holds, String rule, Object... details) {
        if (!holds) {
            throw new Violation(rule, details);
        }
    }
}
