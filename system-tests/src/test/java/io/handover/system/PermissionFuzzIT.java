package io.handover.system;

import io.handover.system.permission.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what, compared with an oracle that is written down from the documentation (docs/permissions.md). */
@ExtendWith(RunningStack.class)
class PermissionFuzzIT {

    private static final long SEED = Long.getLong("permission.seed", 1);
    private static final long TRIPLES = Long.getLong("permission.triples", 100_000);

    @Test
    void everybodyMayDoWhatTheOracleSaysAndSeesIt(RunningStack stack) {
        System.out.println(Fuzz.ask(stack.api().gateway(), SEED, TRIPLES));
    }
}
