package io.handover.provisioning.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.provisioning.compute.ComputeRefused;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void believesAnAnswerHoweverLate(boolean late) {
        assertThat(Decision.after(null, late)).isEqualTo(new Decision.Set());
        assertThat(Decision.after(new ComputeRefused("no such machine"), late))
                .isEqualTo(new Decision.GiveUp("no such machine"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void triesAgainUntilItIsLate(boolean late) {
        assertThat(Decision.after(new IOException("connection reset"), late))
                .isEqualTo(late ? new Decision.GiveUp(Decision.LOST) : new Decision.TryAgain());
    }
}
