package io.handover.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final WaitingLine line = new WaitingLine(4);
    private long number;

    @Test
    void hasRoomForStrangersInItsFirstHalfOnly() {
        assertThat(IntStream.range(0, 2).allMatch(at -> line.offer(stranger()))).isTrue();

        assertThat(line.offer(stranger())).isFalse();
        assertThat(IntStream.range(0, 2).allMatch(at -> line.offer(known()))).isTrue();
        assertThat(line.offer(known())).isFalse();
    }

    @Test
    void letsKnownPeopleGoFirstAndEachInTheirOrder() {
        Computation stranger = stranger();
        Computation other = stranger();
        Computation known = known();
        Computation last = known();
        line.offer(other);
        line.offer(stranger);
        line.offer(last);
        line.offer(known);

        assertThat(line.poll()).isEqualTo(known);
        assertThat(line.poll()).isEqualTo(last);
        assertThat(line.poll()).isEqualTo(stranger);
        assertThat(line.poll()).isEqualTo(other);
    }

    private Computation stranger() {
        return new Computation(Whose.STRANGERS, number++, () -> {});
    }

    private Computation known() {
        return new Computation(Whose.KNOWN, number++, () -> {});
    }
}
