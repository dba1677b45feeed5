package io.handover.chaos.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.chaos.plan.Fault.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final int MANY = 50;

    @Test
    void areTheSameOfTheSameSeed() {
        assertThat(first(Faults.ofParts(7), MANY)).isEqualTo(first(Faults.ofParts(7), MANY));
        assertThat(first(Faults.ofMessages(7), MANY)).isEqualTo(first(Faults.ofMessages(7), MANY));
    }

    @Test
    void areOthersOfAnotherSeed() {
        assertThat(first(Faults.ofParts(7), MANY)).isNotEqualTo(first(Faults.ofParts(8), MANY));
    }

    @Test
    void haveEachKindOnceInEachRound() {
        Set<Kind> messages = EnumSet.range(Kind.MESSAGES_REFUSED, Kind.MESSAGES_UNANSWERED);
        Set<Kind> parts = EnumSet.complementOf(EnumSet.copyOf(messages));

        assertThat(kinds(Faults.ofParts(1), parts.size())).isEqualTo(parts);
        assertThat(kinds(Faults.ofMessages(1), messages.size())).isEqualTo(messages);
    }

    private static Set<Kind> kinds(Faults faults, int count) {
        return first(faults, count).stream().map(Fault::kind).collect(Collectors.toSet());
    }

    private static List<Fault> first(Faults faults, int count) {
        return Stream.generate(faults::next).limit(count).toList();
    }
}
