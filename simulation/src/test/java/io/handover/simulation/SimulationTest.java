package io.handover.simulation;

import io.handover.simulation.search.Choices;
import io.handover.simulation.search.Counterexample;
import io.handover.simulation.search.Search;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./handover simulate --seed N --histories M}. */
class SimulationTest {

    private static final long SEED = Long.getLong("simulation.seed", 1);
    private static final long HISTORIES = Long.getLong("simulation.histories", 100_000);
    private static final Set<Flaw> NONE = EnumSet.noneOf(Flaw.class);

    @Test
    void nothingIsLostAndNothingIsDoubledWhateverHappens() {
        tell(Scripts::anything, () -> Search.seeds(SEED, HISTORIES, SimulationTest::anything));
        System.out.printf("simulated %,d histories from seed %d on: 0 violations%n", HISTORIES, SEED);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void holdsWhateverGoesWrongOnceWhereverItCan(String story) {
        History.Script script = Objects.requireNonNull(Scripts.STORIES.get(story));
        tell(script, () -> Search.deviations(choices -> History.play(script, choices, NONE, new Coverage())));
    }

    static Set<String> stories() {
        return Scripts.STORIES.keySet();
    }

    private static void anything(Choices choices) {
        History.play(Scripts::anything, choices, NONE, new Coverage());
    }

    private static void tell(History.Script script, Runnable search) {
        try {
            search.run();
        } catch (Counterexample found) {
            History.story(script, found.choices(), NONE).forEach(System.out::println);
            throw found;
        }
    }
}
