package io.handover.system.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzzer in worlds that do as the oracle says, except for one flaw. */
class FuzzTest {

    private static final long TRIPLES = 10_000;
    private static final int SHORT = 12;

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(new Fuzz(Copy::new, 1).run(TRIPLES)).endsWith("0 mismatches");
    }

    @Test
    void triesTheSameAgainWithTheSameSeed() {
        List<Step> first = new ArrayList<>();
        List<Step> second = new ArrayList<>();

        new Fuzz(() -> new Noted(first), 7).run(TRIPLES);
        new Fuzz(() -> new Noted(second), 7).run(TRIPLES);

        assertThat(second).isEqualTo(first).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("kindsOfSteps")
    void findsOutWhoForgetsOneKindOfStep(Class<?> kind) {
        isFoundOut(new Fuzz(() -> new Forgetful(kind), 1));
    }

    static Class<?>[] kindsOfSteps() {
        return Step.class.getPermittedSubclasses();
    }

    @Test
    void findsOutWhoListsWhatIsHidden() {
        isFoundOut(new Fuzz(Talkative::new, 1));
    }

    @Test
    void findsOutWhoRefusesNobody() {
        isFoundOut(new Fuzz(Lenient::new, 1));
    }

    private static void isFoundOut(Fuzz fuzz) {
        assertThatThrownBy(() -> fuzz.run(100 * TRIPLES))
                .isInstanceOf(AssertionError.class)
                .satisfies(found -> assertThat(
                                String.valueOf(found.getMessage()).lines().filter(line -> line.startsWith("  ")))
                        .as(found.getMessage())
                        .hasSizeLessThanOrEqualTo(SHORT));
    }

    /** Does as the oracle says. */
    private static class Copy implements World {

        final Facts facts = new Facts();
        final Oracle oracle = new Oracle(facts);

        @Override
        public void prepare(Step step) {}

        @Override
        public Taken take(Step step) {
            Verdict verdict = oracle.of(step);
            if (verdict == Verdict.YES) {
                facts.add(step);
            }
            return new Taken(verdict, verdict == Verdict.YES, false);
        }

        @Override
        public Verdict ask(Check.Question question) {
            return oracle.of(question);
        }

        @Override
        public List<?> list(Check.Look look) {
            return List.copyOf(oracle.of(look));
        }

        @Override
        public boolean letsIn(Who who) {
            return facts.isThere(who);
        }
    }

    /** Writes down what is done. */
    private static final class Noted extends Copy {

        private final List<Step> notes;

        Noted(List<Step> notes) {
            this.notes = notes;
        }

        @Override
        public Taken take(Step step) {
            Taken taken = super.take(step);
            if (taken.done()) {
                notes.add(step);
            }
            return taken;
        }
    }

    /** Says that it has done what it has not. */
    private static final class Forgetful extends Copy {

        private final Class<?> kind;

        Forgetful(Class<?> kind) {
            this.kind = kind;
        }

        @Override
        public Taken take(Step step) {
            return kind.isInstance(step) && oracle.of(step) == Verdict.YES
                    ? new Taken(Verdict.YES, true, false)
                    : super.take(step);
        }
    }

    /** Lists to everybody what carries a tag. */
    private static final class Talkative extends Copy {

        @Override
        public List<?> list(Check.Look look) {
            return look.view() == Check.View.SERVERS_WITH_TAG
                    ? List.copyOf(oracle.of(new Check.Look(Who.mainOf(look.by().account()), look.view(), look.tag())))
                    : super.list(look);
        }
    }

    /** Gives another password to whoever asks for it. */
    private static final class Lenient extends Copy {

        @Override
        public Verdict ask(Check.Question question) {
            return question.verb() == Verb.ANOTHER_PASSWORD ? Verdict.YES : super.ask(question);
        }
    }
}
