package io.handover.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.chaos.plan.Intent.Deed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntentionsTest {

    private static final int MANY = 500;

    @Test
    void areTheSameOfTheSameSeed() {
        assertThat(plan(7)).isEqualTo(plan(7));
    }

    @Test
    void areOthersOfAnotherSeed() {
        assertThat(plan(7)).isNotEqualTo(plan(8));
    }

    @Test
    void differFromClientToClient() {
        List<List<Intent>> plan = plan(7);

        assertThat(plan.getFirst()).isNotEqualTo(plan.getLast());
    }

    @Test
    void haveEveryDeed() {
        assertThat(plan(7).getFirst()).extracting(Intent::deed).contains(Deed.values());
    }

    private static List<List<Intent>> plan(long seed) {
        return Intentions.of(seed, 2).stream()
                .map(intentions -> Stream.generate(intentions::next).limit(MANY).toList())
                .toList();
    }
}
