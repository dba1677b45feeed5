package io.handover.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Guesser HOME = Guesser.of("ada", "10.0.0.1");

    private final Turns turns = new Turns(32);

    @Test
    void givesAUsernameEightAtATimeWhereverTheyComeFrom() {
        assertThat(strangers(8)).doesNotContain(Optional.empty());

        assertThat(strangers(1)).containsOnly(Optional.empty());
        assertThat(turns.take(HOME)).isEmpty();
        assertThat(turns.take(Guesser.of("bob", "203.0.113.1"))).isPresent();
    }

    @Test
    void keepsTurnsForWhoCameInFromThereBefore() {
        turns.cameIn(HOME);
        strangers(8);

        assertThat(IntStream.range(0, 8).mapToObj(at -> turns.take(HOME))).doesNotContain(Optional.empty());
        assertThat(turns.take(HOME)).isEmpty();
    }

    @Test
    void givesStrangersThirtyTwoAtATimeWhateverUsernamesTheyTry() {
        turns.cameIn(HOME);
        List<Turns.Turn> taken = IntStream.range(0, 32)
                .mapToObj(
                        at -> turns.take(Guesser.of("name" + at, "203.0.113.1")).orElseThrow())
                .toList();

        assertThat(strangers(1)).containsOnly(Optional.empty());
        assertThat(turns.take(HOME)).isPresent();

        turns.giveBack(taken.getFirst());
        assertThat(strangers(2)).hasSize(2).element(0).isNotEqualTo(Optional.empty());
        assertThat(strangers(1)).containsOnly(Optional.empty());
    }

    @Test
    void givesATurnAgainThatWasGivenBack() {
        Turns.Turn turn = strangers(8).getFirst().orElseThrow();

        turns.giveBack(turn);

        assertThat(turns.take(HOME)).isPresent();
        assertThat(turns.take(HOME)).isEmpty();
    }

    @Test
    void countsATurnWhereItWasTaken() {
        Turns.Turn turn = turns.take(HOME).orElseThrow();
        turns.cameIn(HOME);
        turns.giveBack(turn);

        assertThat(strangers(8)).doesNotContain(Optional.empty());
    }

    @Test
    void forgetsTheNetworkThatWasNotUsedForLongest() {
        turns.cameIn(HOME);
        for (int at = 1; at <= 8; at++) {
            turns.cameIn(Guesser.of("ada", "10.0.1." + at));
        }
        strangers(8);

        assertThat(turns.take(HOME)).isEmpty();
        assertThat(turns.take(Guesser.of("ada", "10.0.1.1"))).isPresent();
    }

    @Test
    void forgetsTheUsernameThatWasNotUsedForLongest() {
        turns.cameIn(HOME);
        for (int at = 0; at < 10_000; at++) {
            turns.cameIn(Guesser.of("name" + at, "10.0.0.1"));
        }
        strangers(8);

        assertThat(turns.take(HOME)).isEmpty();
    }

    private List<Optional<Turns.Turn>> strangers(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> turns.take(Guesser.of("ada", "203.0.113." + at)))
                .toList();
    }
}
