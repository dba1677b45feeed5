package io.handover.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.provisioning.deployment.Call;
import io.handover.provisioning.deployment.Step;
import io.handover.simulation.search.Search;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That each step of a deployment, and each of its calls, has failed in every way, and has run twice, in the stories
 * that all hold: a new step or a new call that no story tells of fails here.
 */
class EveryStepTest {

    private static final Coverage COVERAGE = new Coverage();

    @BeforeAll
    static void playWhateverGoesWrongOnce() {
        Scripts.STORIES
                .values()
                .forEach(script -> Search.deviations(
                        choices -> History.play(script, choices, EnumSet.noneOf(Flaw.class), COVERAGE)));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void surviveDeathBeforeAndAfterTheirWrite(Step step) {
        assertThat(COVERAGE.has("dies before it writes at " + step, 1)).isTrue();
        assertThat(COVERAGE.has("dies after it wrote at " + step, 1)).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void callsFailInEveryWay(Class<?> call) {
        for (int way = 1; way < BackEnd.WAYS; way++) {
            assertThat(COVERAGE.has("call " + call.getSimpleName(), way)).isTrue();
        }
    }

    static Stream<Class<?>> callsFailInEveryWay() {
        return Stream.of(Call.class.getPermittedSubclasses());
    }
}
