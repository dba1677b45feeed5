package io.handover.system.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a world and the oracle the same, and tells where they differ. */
final class Judge {

    private final World world;
    private final Facts facts = new Facts();
    private final Oracle oracle = new Oracle(facts);

    Judge(World world) {
        this.world = world;
    }

    Facts facts() {
        return facts;
    }

    /** Whether there is somebody to ask, and whether asking leaves everything as it is. */
    boolean canAsk(Check check) {
        return facts.isThere(check.by())
                && switch (check) {
                    case Check.Question question ->
                        !question.verb().isOnlyForRefusals() || oracle.of(question) != Verdict.YES;
                    case Check.Attempt it -> oracle.of(it.step()) != Verdict.YES;
                    case Check.Look _ -> true;
                };
    }

    /** What somebody may tell apart by it: pairs of who asks and what it is about. */
    long triples(Check check) {
        return switch (check) {
            case Check.Look look ->
                switch (look.view()) {
                    case SERVERS, SERVERS_BY_PAGES, SERVERS_WITH_TAG -> countOf(Kind.SERVER);
                    case STORAGES, STORAGES_BY_PAGES -> countOf(Kind.STORAGE);
                    case TAGS ->
                        facts.things.stream()
                                .filter(it -> it.kind() == Kind.TAG
                                        && it.account() == look.by().account())
                                .count();
                    case PERMISSIONS -> facts.permissions.size();
                };
            default -> 1;
        };
    }

    /** What the world says that the oracle does not. */
    Optional<String> differs(Check check) {
        return switch (check) {
            case Check.Question question -> differs(oracle.of(question), world.ask(question));
            case Check.Attempt it ->
                differs(oracle.of(it.step()), world.take(it.step()).verdict());
            case Check.Look look -> differs(oracle.of(look), world.list(look));
        };
    }

    /** Takes a step, and remembers it if it has changed something. */
    Result take(Step step) {
        if (!facts.isThere(step.by()) || isThereAlready(step)) {
            return Result.NOTHING;
        }
        Verdict expected = oracle.of(step);
        boolean mayBegin = step instanceof Step.Delete it && oracle.controls(step.by(), it.thing());
        if (expected == Verdict.YES || mayBegin) {
            world.prepare(step);
        }
        World.Taken taken = world.take(step);
        boolean done = taken.done() || (expected == Verdict.YES && wasDoneBefore(step, taken));
        Optional<String> wrong = done ? differs(expected, Verdict.YES) : differs(expected, taken.verdict());
        if (wrong.isEmpty() && done) {
            facts.add(step);
            wrong = staysIn(step);
        }
        return new Result(done, wrong);
    }

    /** Put off, it was done all the same, so that there is nothing left to do: a 504 says so. */
    private static boolean wasDoneBefore(Step step, World.Taken taken) {
        return taken.again() && (taken.verdict() == Verdict.ABSENT || step instanceof Step.Detach);
    }

    private Optional<String> staysIn(Step step) {
        return step instanceof Step.RemoveMember it && world.letsIn(it.member())
                ? Optional.of("still lets " + it.member() + " in")
                : Optional.empty();
    }

    /** What comes in the place of a member, a server or a storage would be another one. */
    private boolean isThereAlready(Step step) {
        return switch (step) {
            case Step.AddMember it -> facts.isThere(it.member());
            case Step.Make it
            when it.thing().kind() != Kind.TAG ->
                facts.things.contains(it.thing())
                        || facts.things.contains(it.thing().disk());
            default -> false;
        };
    }

    private long countOf(Kind kind) {
        return facts.things.stream().filter(it -> it.kind() == kind).count();
    }

    private static Optional<String> differs(Verdict expected, Verdict said) {
        return expected == said ? Optional.empty() : Optional.of("says " + said + " instead of " + expected);
    }

    private static Optional<String> differs(Set<?> expected, List<?> said) {
        Set<Object> missing = new HashSet<>(expected);
        said.forEach(missing::remove);
        Set<Object> strange = new HashSet<>(said);
        strange.removeAll(expected);
        return missing.isEmpty() && strange.isEmpty() && said.size() == expected.size()
                ? Optional.empty()
                : Optional.of("lists " + said.size() + " instead of " + expected.size() + ", without " + missing
                        + ", but with " + strange);
    }

    /**
     * How a step went.
     *
     * @param done whether it belongs to the history
     */
    record Result(boolean done, Optional<String> wrong) {

        static final Result NOTHING = new Result(false, Optional.empty());
    }
}
