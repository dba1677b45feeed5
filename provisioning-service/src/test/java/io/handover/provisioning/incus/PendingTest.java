package io.handover.provisioning.incus;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.compute.StopType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PendingTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @MethodSource("requests")
    void isReadAsItWasWritten(StopRequest how) {
        Pending stop = Pending.of(how, false, NOW);
        Pending restart = Pending.of(how, true, NOW);

        assertThat(Pending.parse(stop.toString())).isEqualTo(stop);
        assertThat(Pending.parse(restart.toString())).isEqualTo(restart);
        assertThat(stop.isFor(how, false)).isTrue();
        assertThat(stop.isFor(how, true)).isFalse();
    }

    static Stream<StopRequest> requests() {
        return Stream.of(
                StopRequest.SOFT,
                StopRequest.HARD,
                StopRequest.within(Duration.ofDays(1)),
                new StopRequest(StopType.SOFT, Optional.of(Duration.ofSeconds(1)), false));
    }

    @Test
    void pullsThePlugWhenTheTimeIsUpAndThatWasSaid() {
        Pending forced = Pending.of(StopRequest.within(Duration.ofSeconds(9)), false, NOW);
        Pending patient =
                Pending.of(new StopRequest(StopType.SOFT, Optional.of(Duration.ofSeconds(9)), false), true, NOW);

        assertThat(forced.isToBeUnplugged(NOW.plusMillis(8_999))).isFalse();
        assertThat(forced.isToBeUnplugged(NOW.plusSeconds(9))).isTrue();
        assertThat(patient.isToBeUnplugged(NOW.plusSeconds(9))).isFalse();
        assertThat(patient.isOver(NOW.plusSeconds(9))).isTrue();
        assertThat(Pending.of(StopRequest.SOFT, false, NOW).isOver(NOW.plus(Duration.ofDays(9))))
                .isFalse();
    }
}
