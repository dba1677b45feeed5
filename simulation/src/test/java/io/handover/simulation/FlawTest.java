package io.handover.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.handover.simulation.search.Counterexample;
import io.handover.simulation.search.Search;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the checker finds what is wrong: each flaw alone, as a short story that can be told again. */
class FlawTest {

    private static final long HISTORIES_MAX = 100_000;
    private static final int LONGEST_STORY = 100;

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void isFoundAndToldShortly(Flaw flaw) {
        Set<Flaw> flaws = EnumSet.of(flaw);

        Counterexample found = catchThrowableOfType(
                Counterexample.class,
                () -> Search.seeds(
                        1, HISTORIES_MAX, choices -> History.play(Scripts::anything, choices, flaws, new Coverage())));

        assertThat(found).isNotNull();
        List<String> story = History.story(Scripts::anything, found.choices(), flaws);
        assertThat(story).hasSizeLessThan(LONGEST_STORY);
        assertThat(story.getLast()).endsWith(World.shortened(found.rule()));
        assertThat(History.story(Scripts::anything, found.choices(), flaws)).isEqualTo(story);
    }
}
