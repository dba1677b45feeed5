package io.handover.provisioning.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handover.kit.refusal.Refusal;
import io.handover.provisioning.compute.StopRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifeTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Life STARTED = new Life(ServerState.STARTED, Optional.empty());
    private static final Life STOPPED = new Life(ServerState.STOPPED, Optional.empty());

    @Test
    void countsAsStartedAtOnceOrOnceItsMachineRuns() {
        assertThat(STOPPED.start(false, NOW).state()).isEqualTo(ServerState.STARTED);
        assertThat(STOPPED.start(true, NOW).state()).isEqualTo(ServerState.MAINTENANCE);
        assertThat(done(STOPPED.start(true, NOW))).isEqualTo(STARTED);
    }

    @Test
    void staysStartedUntilItsMachineHasStopped() {
        Life stopping = STARTED.stop(StopRequest.SOFT, NOW);

        assertThat(stopping.state()).isEqualTo(ServerState.STARTED);
        assertThat(done(stopping)).isEqualTo(STOPPED);
    }

    @Test
    void isPlainStartedAgainWhenItsGuestWouldNotStop() {
        Life stopping = STARTED.stop(StopRequest.SOFT, NOW);

        assertThat(after(stopping, new PowerDecision.Ignored())).isEqualTo(STARTED);
    }

    @Test
    void doesNotCareWhatBecameOfAnOrderThatIsNoMore() {
        Life soft = STARTED.stop(StopRequest.SOFT, NOW);
        Life hard = soft.stop(StopRequest.HARD, NOW.plusSeconds(1));

        assertThat(hard.after(soft.order().orElseThrow(), new PowerDecision.Ignored()))
                .isEqualTo(hard);
    }

    @Test
    void isAsItsMachineIsFoundWhileNothingIsAskedOfIt() {
        assertThat(STARTED.found(Optional.of(true))).isEqualTo(STARTED);
        assertThat(STARTED.found(Optional.of(false))).isEqualTo(STOPPED);
        assertThat(STOPPED.found(Optional.of(true))).isEqualTo(STARTED);
        assertThat(STOPPED.found(Optional.empty()).state()).isEqualTo(ServerState.ERROR);
        assertThat(STOPPED.found(Optional.empty()).found(Optional.of(false))).isEqualTo(STOPPED);
    }

    @Test
    void takesNothingFoundForItsEndWhileItIsMadeOrTold() {
        Life told = STARTED.stop(StopRequest.SOFT, NOW);

        assertThat(told.found(Optional.of(false))).isEqualTo(told);
        assertThat(Life.BEGINNING.found(Optional.empty())).isEqualTo(Life.BEGINNING);
    }

    @Test
    void isInErrorWhenItsMachineIsRefused() {
        assertThat(after(STARTED.stop(StopRequest.SOFT, NOW), new PowerDecision.Refused())
                        .state())
                .isEqualTo(ServerState.ERROR);
    }

    @Test
    void restartsWhatStartsByStartingItAndNotWhatStops() {
        Life starting = STOPPED.start(false, NOW);

        assertThat(starting.restart(StopRequest.HARD, NOW)).isEqualTo(starting);
        assertThat(done(STARTED.restart(StopRequest.HARD, NOW))).isEqualTo(STARTED);
        assertThatThrownBy(() -> STARTED.stop(StopRequest.SOFT, NOW).restart(StopRequest.SOFT, NOW))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @EnumSource(ServerState.class)
    void refusesWhatItsStateDoesNotAllow(ServerState state) {
        var life = new Life(state, Optional.empty());

        assertThat(refuses(() -> life.start(false, NOW))).isEqualTo(state != ServerState.STOPPED);
        assertThat(refuses(() -> life.stop(StopRequest.HARD, NOW))).isEqualTo(state != ServerState.STARTED);
        assertThat(refuses(() -> life.restart(StopRequest.HARD, NOW))).isEqualTo(state != ServerState.STARTED);
    }

    /** Seconds since it was asked. */
    @ParameterizedTest
    @CsvSource({"0,100", "1,125", "8,1000", "16,2000", "599,2000"})
    void looksAgainTheLaterTheLongerItTakes(int seconds, int pause) {
        var order = PowerOrder.stop(StopRequest.SOFT, NOW);

        assertThat(PowerDecision.after(order, true, NOW.plusSeconds(seconds), PATIENCE))
                .isEqualTo(new PowerDecision.Wait(Duration.ofMillis(pause)));
    }

    @Test
    void givesUpAGuestThatIsNotForcedOnceItsTimeIsOver() {
        Instant late = NOW.plusSeconds(601);

        assertThat(PowerDecision.after(PowerOrder.stop(StopRequest.SOFT, NOW), true, late, PATIENCE))
                .isEqualTo(new PowerDecision.Ignored());
        assertThat(PowerDecision.after(PowerOrder.stop(StopRequest.SOFT, NOW), false, late, PATIENCE))
                .isEqualTo(new PowerDecision.Obeyed());
        assertThat(PowerDecision.after(PowerOrder.stop(StopRequest.HARD, NOW), true, late, PATIENCE))
                .isInstanceOf(PowerDecision.Wait.class);
        assertThat(PowerDecision.after(
                        PowerOrder.stop(StopRequest.within(Duration.ofSeconds(1)), NOW), true, late, PATIENCE))
                .isInstanceOf(PowerDecision.Wait.class);
    }

    private static Life done(Life life) {
        return after(life, new PowerDecision.Obeyed());
    }

    private static Life after(Life life, PowerDecision decision) {
        return life.after(life.order().orElseThrow(), decision);
    }

    private static boolean refuses(Runnable command) {
        try {
            command.run();
            return false;
        } catch (Refusal refused) {
            return refused.code().equals("SERVER_STATE_ILLEGAL");
        }
    }
}
