package io.handover.events.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {

    private static final int SIZE = 5;

    private final TestTrail trail = TestTrail.of(SIZE);
    private final List<VerifierKey> keys = List.of(trail.key().verifier());

    static List<String> facts() {
        return AuditLine.FACTS;
    }

    @Test
    void acceptsATrailAsItWasWritten() throws Exception {
        Checkpoint end = verify(trail.lines());

        assertThat(end.account()).isEqualTo(trail.account());
        assertThat(end.size()).isEqualTo(SIZE);
        assertThat(end.head()).isEqualTo(trail.lines().getLast().hash());
    }

    @Test
    void acceptsATrailOfOneLine() throws Exception {
        assertThat(verify(TestTrail.of(trail.account(), trail.key(), 1).lines()).size())
                .isOne();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void findsAChangedFactOfAnyLine(String fact) {
        for (int at = 0; at < SIZE; at++) {
            assertBroken(at + 1, replaced(at, TestTrail.with(trail.lines().get(at), fact, "x")));
        }
    }

    @Test
    void tellsNothingFromAnEmptyText() {
        assertBroken(2, replaced(1, TestTrail.with(trail.lines().get(1), "detail", "")));
    }

    @Test
    void findsAChangedHash() {
        AuditLine line = trail.lines().get(1);
        assertBroken(2, replaced(1, new AuditLine(line.facts(), line.sequence(), "0".repeat(64), null)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 3, 4, Long.MAX_VALUE})
    void findsAChangedSequence(long sequence) {
        AuditLine line = trail.lines().get(1);
        assertBroken(2, replaced(1, new AuditLine(line.facts(), sequence, line.hash(), null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void findsALineThatIsMissing(int at) {
        List<AuditLine> lines = new ArrayList<>(trail.lines());
        lines.remove(at);

        assertThat(assertBroken(at + 1, lines)).hasMessageContaining("line " + (at + 1) + " is missing before it");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void findsThatItIsCutOff(int size) {
        assertThat(assertBroken(size, trail.lines().subList(0, size))).hasMessageContaining("missing after it");
    }

    @Test
    void doesNotTakeNothingForATrail() {
        assertBroken(1, List.of());
    }

    @Test
    void findsLinesThatChangedPlaces() {
        List<AuditLine> lines = new ArrayList<>(trail.lines());
        Collections.swap(lines, 1, 2);

        assertBroken(2, lines);
    }

    @Test
    void findsALineThatIsThereTwice() {
        List<AuditLine> lines = new ArrayList<>(trail.lines());
        lines.add(2, lines.get(1));

        assertThat(assertBroken(3, lines)).hasMessageContaining("out of order");
    }

    @Test
    void findsALineAfterTheEnd() {
        List<AuditLine> lines = new ArrayList<>(trail.lines());
        lines.add(lines.getLast());

        assertBroken(SIZE + 1, lines);
    }

    @Test
    void findsALineOfAnotherAccount() {
        AuditLine other =
                TestTrail.of(UUID.randomUUID(), trail.key(), SIZE).lines().get(1);

        assertThat(assertBroken(2, replaced(1, other))).hasMessageContaining("not of account " + trail.account());
    }

    @Test
    void findsTheCheckpointOfAnotherTrail() {
        TestTrail other = TestTrail.of(UUID.randomUUID(), trail.key(), SIZE);

        assertThat(assertBroken(SIZE, ending(other.lines().getLast().checkpoint())))
                .hasMessageContaining("another line's");
    }

    @Test
    void findsAnEarlierCheckpoint() {
        TestTrail earlier = TestTrail.of(trail.account(), trail.key(), SIZE - 1);

        assertThat(assertBroken(SIZE, ending(earlier.lines().getLast().checkpoint())))
                .hasMessageContaining("another line's");
    }

    @Test
    void findsAnotherTrailWrittenWithoutTheKey() {
        TestTrail forged = TestTrail.of(trail.account(), TestTrail.newKey(), SIZE);

        assertThat(assertBroken(SIZE, forged.lines())).hasMessageContaining("not known");
    }

    @Test
    void findsASignatureOfAnotherKey() {
        String theirs = String.valueOf(TestTrail.of(trail.account(), TestTrail.newKey(), SIZE)
                .lines()
                .getLast()
                .checkpoint());
        String ours = String.valueOf(trail.lines().getLast().checkpoint());
        String mixed = ours.substring(0, ours.indexOf("\n\n")) + theirs.substring(theirs.indexOf("\n\n"));

        assertThat(assertBroken(SIZE, ending(mixed))).hasMessageContaining("signature");
    }

    @Test
    void findsEachByteOfACheckpointThatChanged() {
        String note = String.valueOf(trail.lines().getLast().checkpoint());
        for (int at = 0; at < note.length(); at++) {
            char[] changed = note.toCharArray();
            changed[at] = (char) (changed[at] ^ 1);
            assertBroken(SIZE, ending(new String(changed)));
        }
    }

    @Test
    void believesTheTrailsOwnKeyWhenNoneIsTrusted() throws Exception {
        TestTrail forged = TestTrail.of(trail.account(), TestTrail.newKey(), SIZE);

        Checkpoint end = verify(forged.lines(), new Verification(List.of(), List.of()));

        assertThat(end.key()).isEqualTo(forged.key().verifier());
    }

    @Test
    void goesThroughTheCheckpointsThatWereKept() throws Exception {
        Checkpoint kept = TestTrail.of(trail.account(), trail.key(), 3).checkpoint();

        assertThat(verify(trail.lines(), new Verification(keys, List.of(kept))).size())
                .isEqualTo(SIZE);
    }

    @Test
    void findsThatTheTrailIsAnotherThanTheOneAKeptCheckpointIsOf() throws Exception {
        Checkpoint kept = TestTrail.of(3).checkpoint();

        assertThatThrownBy(() -> verify(trail.lines(), new Verification(keys, List.of(kept))))
                .isInstanceOf(BrokenTrail.class)
                .hasMessageStartingWith("row 3: a checkpoint that was kept does not fit");
    }

    @Test
    void findsThatAWholeTrailIsShorterThanItWas() throws Exception {
        Checkpoint kept = TestTrail.of(trail.account(), trail.key(), SIZE + 1).checkpoint();

        assertThatThrownBy(() -> verify(trail.lines(), new Verification(keys, List.of(kept))))
                .isInstanceOf(BrokenTrail.class)
                .hasMessageContaining("knows of 6 lines");
    }

    private List<AuditLine> replaced(int at, AuditLine line) {
        List<AuditLine> lines = new ArrayList<>(trail.lines());
        lines.set(at, line);
        return lines;
    }

    private List<AuditLine> ending(@Nullable String checkpoint) {
        AuditLine last = trail.lines().getLast();
        return replaced(SIZE - 1, new AuditLine(last.facts(), last.sequence(), last.hash(), checkpoint));
    }

    private BrokenTrail assertBroken(long row, List<AuditLine> lines) {
        BrokenTrail broken = catchThrowableOfType(BrokenTrail.class, () -> verify(lines));
        assertThat(broken).as("found").isNotNull();
        assertThat(broken.row()).isEqualTo(row);
        return broken;
    }

    private Checkpoint verify(List<AuditLine> lines) throws BrokenTrail {
        return verify(lines, new Verification(keys, List.of()));
    }

    private static Checkpoint verify(List<AuditLine> lines, Verification verification) throws BrokenTrail {
        for (AuditLine line : lines) {
            verification.accept(line);
        }
        return verification.end();
    }
}
