package io.handover.simulation;

import io.handover.simulation.search.Choices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Time, chance and order: everything that happens is put down here for later, and happens alone. What happens at one
 * time is a transaction, or a call that arrives; whoever goes on afterwards may have died between.
 */
final class World {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** Nothing goes wrong any more then: what is well made comes to its end. */
    private static final Duration CALM = Duration.ofMinutes(45);

    private static final long[] LATE = {0, 200, 3_000, 14_000, 40_000, 95_000};
    private static final int LATE_PER_MILLE = 60;
    private static final int STEPS_MAX = 20_000;

    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private final List<String> story = new ArrayList<>();
    private final Choices choices;
    private final Set<Flaw> flaws;
    private final Coverage coverage;
    private final boolean told;
    private final int wrongPerMille;
    private long millis;
    private long order;
    private long ids;

    World(Choices choices, Set<Flaw> flaws, Coverage coverage, boolean told) {
        this.choices = choices;
        this.flaws = flaws;
        this.coverage = coverage;
        this.told = told;
        this.wrongPerMille = List.of(0, 15, 60, 200).get(choices.below(4));
    }

    private record Due(long at, long order, Runnable what) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    Instant now() {
        return START.plusMillis(millis);
    }

    /** Until nothing is left to happen. */
    void run() {
        for (int steps = 0; !agenda.isEmpty(); steps++) {
            Violation.unless(steps < STEPS_MAX, "everything comes to an end", agenda.size());
            Due next = agenda.remove();
            millis = Math.max(millis, next.at);
            next.what.run();
        }
    }

    void in(Duration pause, Runnable what) {
        agenda.add(new Due(millis + pause.toMillis(), order++, what));
    }

    void at(Instant when, Runnable what) {
        in(Duration.between(now(), when), what);
    }

    /** After the time that anything takes, which is sometimes long. */
    void soon(Runnable what) {
        long late = isCalm() ? 0 : LATE[choices.seldom(LATE.length, LATE_PER_MILLE)];
        agenda.add(new Due(millis + 1 + late, order++, what));
    }

    /** What goes wrong at some point: 0 is nothing. */
    int wrong(String point, int kinds) {
        int wrong = isCalm() ? 0 : choices.seldom(kinds, wrongPerMille);
        coverage.note(point, wrong);
        if (wrong > 0) {
            note("!!", point, "goes wrong, in way", wrong);
        }
        return wrong;
    }

    /** The next thing in a chain: unless whoever would do it has died. */
    void unlessDead(String point, Runnable next) {
        soon(() -> {
            if (wrong("dies " + point, 2) == 0) {
                next.run();
            }
        });
    }

    int choose(int kinds) {
        return choices.below(kinds);
    }

    boolean has(Flaw flaw) {
        return flaws.contains(flaw);
    }

    /** Ids that are made later sort later. */
    UUID id() {
        return new UUID(0, ++ids);
    }

    void note(Object... words) {
        if (told) {
            String line =
                    Stream.of(words).map(String::valueOf).map(World::shortened).collect(Collectors.joining(" "));
            story.add("%9.3f s  %s".formatted(millis / 1000.0, line));
        }
    }

    /** The ids of one world are small. */
    static String shortened(String told) {
        return told.replace("00000000-0000-0000-0000-", "#").replaceAll("#0+", "#");
    }

    List<String> story() {
        return story;
    }

    private boolean isCalm() {
        return millis > CALM.toMillis();
    }
}
