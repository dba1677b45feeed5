package io.handover.provisioning.deployment;

import io.handover.provisioning.deployment.Call.LogIn;
import io.handover.provisioning.deployment.Call.MakeDisk;
import io.handover.provisioning.deployment.Call.MakeMachine;
import io.handover.provisioning.deployment.Call.RemoveDisk;
import io.handover.provisioning.deployment.Call.RemoveMachine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a deployment has come, what it asks of the back end now, and how it goes on. Pure.
 *
 * <pre>
 * DISKS ──► MACHINE ──► LOGIN ──► deployed
 *   └──────────┴──────────┴─────► UNDO ──► undone
 * </pre>
 *
 * @param reason why it is undone
 * @param giveUpAt when it has taken too long
 */
public record Saga(Step step, @Nullable String reason, Instant giveUpAt) {

    /** From the first step on. */
    public static Saga begin(Instant giveUpAt) {
        return new Saga(Step.DISKS, null, giveUpAt);
    }

    /**
     * What is to be asked of the back end: one list after the other, and the calls of one list at the same time. The
     * machine goes before its disks, which it uses. Disks that were there before stay.
     */
    public List<List<Call>> calls(List<SagaDisk> disks) {
        return switch (step) {
            case DISKS ->
                List.of(disks.stream()
                        .<Call>map(disk -> new MakeDisk(disk.disk()))
                        .toList());
            case MACHINE -> List.of(List.of(new MakeMachine(ids(disks))));
            case LOGIN -> List.of(List.of(new LogIn()));
            case UNDO ->
                List.of(
                        List.of(new RemoveMachine()),
                        disks.stream()
                                .filter(SagaDisk::made)
                                .<Call>map(disk -> new RemoveDisk(disk.disk().storageId()))
                                .toList());
        };
    }

    /** What follows from the answers. */
    public Decision decide(Attempt attempt, Instant now) {
        return Decision.after(step, attempt, now.isAfter(giveUpAt));
    }

    /** How it stands after a decision that does not end it. */
    public Saga after(Decision decision) {
        return switch (decision) {
            case Decision.GoOn(Step next) -> new Saga(next, reason, giveUpAt);
            case Decision.Undo(String why) -> undo(why);
            case Decision.Wait ignored -> this;
            case Decision.TryAgain ignored -> this;
            case Decision.Deployed ignored -> this;
            case Decision.Undone ignored -> this;
        };
    }

    /** Gives it up; what was made is removed. */
    public Saga undo(String why) {
        return new Saga(Step.UNDO, why, giveUpAt);
    }

    /** Whether it still stands where an attempt began: whoever was overtaken changes nothing. */
    public boolean isAt(Step begun) {
        return step == begun;
    }

    /** Whether it can be given up. */
    public boolean isUnderWay() {
        return step != Step.UNDO;
    }

    /** Whether the password's hash is needed still: once the machine is made, it alone keeps it. */
    public boolean needsHash() {
        return step == Step.DISKS || step == Step.MACHINE;
    }

    private static List<UUID> ids(List<SagaDisk> disks) {
        return disks.stream().map(disk -> disk.disk().storageId()).toList();
    }
}
