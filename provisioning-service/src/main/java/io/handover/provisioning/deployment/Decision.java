package io.handover.provisioning.deployment;

import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.deployment.Attempt.Answers;
import io.handover.provisioning.deployment.Attempt.Done;
import io.handover.provisioning.deployment.Attempt.Failed;
import io.handover.provisioning.deployment.Attempt.Refused;
import io.handover.provisioning.deployment.Attempt.Silent;

/** What follows from an attempt. */
public sealed interface Decision {

    /** On to the next step. */
    record GoOn(Step next) implements Decision {}

    /** The same step again, soon: it is only a matter of time. */
    record Wait() implements Decision {}

    /** The same step again, after a pause that grows. */
    record TryAgain() implements Decision {}

    /** It cannot be made: remove what there is. */
    record Undo(String reason) implements Decision {}

    /** The server runs. */
    record Deployed(Machine machine) implements Decision {}

    /** Nothing is left of it. */
    record Undone() implements Decision {}

    /** The decisions of a deployment, all of them: they depend on nothing else. */
    static Decision after(Step step, Attempt attempt, boolean late) {
        return switch (attempt) {
            case Done() ->
                switch (step) {
                    case DISKS -> new GoOn(Step.MACHINE);
                    case MACHINE, LOGIN -> new GoOn(Step.LOGIN);
                    case UNDO -> new Undone();
                };
            case Answers(Machine machine) -> new Deployed(machine);
            case Refused(String reason) -> step == Step.UNDO ? new TryAgain() : new Undo(reason);
            case Silent() -> late ? new Undo("the server did not answer in time") : new Wait();
            case Failed() ->
                late && step != Step.UNDO ? new Undo("the back end did not answer in time") : new TryAgain();
        };
    }
}
