package io.handover.provisioning.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.provisioning.compute.Machine;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {

    private static final Attempt DONE = new Attempt.Done();
    private static final Attempt FAILED = new Attempt.Failed();
    private static final Attempt SILENT = new Attempt.Silent();
    private static final Attempt REFUSED = new Attempt.Refused("no room");
    private static final Machine MACHINE = new Machine(true, "127.0.0.1", 22);

    @ParameterizedTest
    @MethodSource
    void followsFromStepAndAttempt(Step step, Attempt attempt, boolean late, Decision decision) {
        assertThat(Decision.after(step, attempt, late)).isEqualTo(decision);
    }

    static Stream<Arguments> followsFromStepAndAttempt() {
        return Stream.of(
                Arguments.of(Step.DISKS, DONE, false, new Decision.GoOn(Step.MACHINE)),
                Arguments.of(Step.DISKS, DONE, true, new Decision.GoOn(Step.MACHINE)),
                Arguments.of(Step.MACHINE, DONE, false, new Decision.GoOn(Step.LOGIN)),
                Arguments.of(Step.LOGIN, SILENT, false, new Decision.Wait()),
                Arguments.of(Step.LOGIN, new Attempt.Answers(MACHINE), false, new Decision.Deployed(MACHINE)),
                Arguments.of(Step.LOGIN, new Attempt.Answers(MACHINE), true, new Decision.Deployed(MACHINE)),
                Arguments.of(Step.LOGIN, SILENT, true, new Decision.Undo("the server did not answer in time")),
                Arguments.of(Step.UNDO, DONE, true, new Decision.Undone()));
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, names = "UNDO", mode = EnumSource.Mode.EXCLUDE)
    void undoesWhatIsRefusedOrTakesTooLong(Step step) {
        assertThat(Decision.after(step, REFUSED, false)).isEqualTo(new Decision.Undo("no room"));
        assertThat(Decision.after(step, FAILED, false)).isEqualTo(new Decision.TryAgain());
        assertThat(Decision.after(step, FAILED, true))
                .isEqualTo(new Decision.Undo("the back end did not answer in time"));
    }

    @Test
    void neverGivesUpUndoing() {
        assertThat(Decision.after(Step.UNDO, REFUSED, true)).isEqualTo(new Decision.TryAgain());
        assertThat(Decision.after(Step.UNDO, FAILED, true)).isEqualTo(new Decision.TryAgain());
    }
}
