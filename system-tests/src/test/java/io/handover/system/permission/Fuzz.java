package io.handover.system.permission;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lets a history go on in a world, asks after each few steps what everybody may do, and compares with the oracle. What
 * goes wrong is told as the shortest history found in which it does.
 */
public final class Fuzz {

    private static final int STEPS_A_ROUND = 10;
    private static final int QUESTIONS_A_ROUND = 60;
    private static final int ATTEMPTS_A_ROUND = 30;
    private static final int AT_A_TIME = 8;
    private static final Duration SHORTENING = Duration.ofMinutes(5);

    private final Supplier<? extends World> worlds;
    private final long seed;
    private final Judge judge;
    private final Draw draw;
    private final List<Step> history = new ArrayList<>();
    private final Tally tally = new Tally();

    Fuzz(Supplier<? extends World> worlds, long seed) {
        this.worlds = worlds;
        this.seed = seed;
        this.judge = new Judge(worlds.get());
        this.draw = new Draw(seed);
    }

    /**
     * Asks until so many triples of actor, verb and object were compared.
     *
     * @return what was asked, for people
     * @throws AssertionError at the first difference, with its story
     */
    public static String ask(URI gateway, long seed, long triples) {
        try (Http http = new Http(gateway)) {
            return new Fuzz(() -> new HttpWorld(http), seed).run(triples);
        }
    }

    String run(long triples) {
        draw.beginning().forEach(this::take);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            while (tally.triples() < triples) {
                IntStream.range(0, STEPS_A_ROUND).forEach(_ -> take(draw.step()));
                askAll(threads, checks());
            }
        }
        return "seed " + seed + ": " + tally + ", 0 mismatches";
    }

    private void take(Step step) {
        Judge.Result result = judge.take(step);
        if (result.done()) {
            history.add(step);
        }
        result.wrong().ifPresent(wrong -> fail(new Check.Attempt(step), wrong));
        tally.step(result);
    }

    private List<Check> checks() {
        Stream<Check> lists = draw.everybody().stream().flatMap(who -> draw.looks(who).stream());
        Stream<Check> questions = IntStream.range(0, QUESTIONS_A_ROUND).mapToObj(_ -> draw.question());
        Stream<Check> attempts = IntStream.range(0, ATTEMPTS_A_ROUND).mapToObj(_ -> draw.attempt());
        // All are drawn before the first is dropped, so that a seed stays the same whatever is answered.
        return Stream.of(lists, questions, attempts).flatMap(it -> it).toList().stream()
                .filter(judge::canAsk)
                .toList();
    }

    private void askAll(ExecutorService threads, List<Check> checks) {
        List<Future<Optional<String>>> answers = checks.stream()
                .map(check -> threads.submit(() -> judge.differs(check)))
                .toList();
        for (int each = 0; each < checks.size(); each++) {
            Check check = checks.get(each);
            result(answers.get(each)).ifPresent(wrong -> fail(check, wrong));
            tally.check(check, judge.triples(check));
        }
    }

    private static Optional<String> result(Future<Optional<String>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void fail(Check check, String wrong) {
        List<Step> all = List.copyOf(history);
        System.out.printf(
                "seed %d, after %d steps: %s %s; looking for a shorter history%n", seed, all.size(), check, wrong);
        List<Step> shortest = new Shortening(SHORTENING, steps -> goesWrong(steps, check)).shortest(all);
        throw new AssertionError("""
            seed %d, after %d steps: %s %s
            the shortest history found:
            %s\
            """.formatted(
                seed,
                all.size(),
                check,
                wrong,
                String.join("\n", shortest.stream().map(step -> "  " + step).toList())));
    }

    /** In a world of its own. */
    private boolean goesWrong(List<Step> steps, Check check) {
        var again = new Judge(worlds.get());
        return steps.stream().anyMatch(step -> again.take(step).wrong().isPresent()) || goesWrong(again, check);
    }

    private static boolean goesWrong(Judge again, Check check) {
        return check instanceof Check.Attempt(Step step)
                ? again.take(step).wrong().isPresent()
                : again.canAsk(check) && again.differs(check).isPresent();
    }
}
