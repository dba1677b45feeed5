package io.handover.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.deployment.Attempt;
import io.handover.provisioning.deployment.Call;
import io.handover.provisioning.deployment.Decision;
import io.handover.provisioning.deployment.Saga;
import io.handover.provisioning.deployment.SagaDisk;
import io.handover.provisioning.deployment.Step;
import io.handover.simulation.search.Choices;
import io.handover.simulation.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The saga alone: any answers, in any order, of replicas that may have been overtaken. */
class SagaTest {

    private static final int RUNS = 20_000;
    private static final int ANSWERS_MAX = 30;
    private static final Instant NOW = World.START;
    private static final Instant GIVE_UP_AT = NOW.plus(Duration.ofMinutes(10));
    private static final List<SagaDisk> DISKS = List.of(
            new SagaDisk(new Disk(new UUID(0, 1), 25, null, "fi-hel1"), true),
            new SagaDisk(new Disk(new UUID(0, 2), 25, null, "fi-hel1"), false));
    private static final List<Attempt> ATTEMPTS = List.of(
            new Attempt.Done(),
            new Attempt.Answers(new Machine(true, "127.0.0.1", 22)),
            new Attempt.Silent(),
            new Attempt.Failed(),
            new Attempt.Refused("no"));

    @Test
    void neverGoesBackAndNeverKeepsTheHashTooLong() {
        Search.seeds(1, RUNS, choices -> {
            Saga saga = Saga.begin(GIVE_UP_AT);
            Saga overtaken = saga;
            for (int i = choices.below(ANSWERS_MAX); i > 0; i--) {
                Saga asked = choices.below(3) == 0 ? overtaken : saga;
                Saga next = next(saga, asked, choices);
                assertThat(next.step()).isGreaterThanOrEqualTo(saga.step());
                assertThat(next.needsHash()).isEqualTo(next.step().compareTo(Step.LOGIN) < 0);
                overtaken = saga;
                saga = next;
            }
        });
    }

    private static Saga next(Saga saga, Saga asked, Choices choices) {
        if (choices.below(10) == 9) {
            return saga.isUnderWay() ? saga.undo("it was cancelled") : saga;
        }
        Instant now = choices.below(4) == 3 ? GIVE_UP_AT.plusMillis(1) : NOW;
        Decision decision = asked.decide(answer(asked, choices), now);
        return saga.isAt(asked.step()) ? saga.after(decision) : saga;
    }

    /** Only a login is answered by a machine, or by silence. */
    private static Attempt answer(Saga asked, Choices choices) {
        Attempt attempt = ATTEMPTS.get(choices.below(ATTEMPTS.size()));
        boolean isOfLogin = attempt instanceof Attempt.Answers || attempt instanceof Attempt.Silent;
        return isOfLogin == asked.isAt(Step.LOGIN) ? attempt : new Attempt.Failed();
    }

    @Test
    void endsAsSoonAsTheBackEndAnswersWell() {
        Search.seeds(1, RUNS, choices -> {
            Saga saga = Saga.begin(GIVE_UP_AT);
            for (int i = choices.below(ANSWERS_MAX); i > 0; i--) {
                saga = next(saga, saga, choices);
            }
            assertThat(end(saga)).isInstanceOfAny(Decision.Deployed.class, Decision.Undone.class);
        });
    }

    private static Decision end(Saga begun) {
        Saga saga = begun;
        for (int i = 0; i < Step.values().length; i++) {
            Decision decision = saga.decide(saga.isAt(Step.LOGIN) ? ATTEMPTS.get(1) : ATTEMPTS.get(0), NOW);
            if (decision instanceof Decision.Deployed || decision instanceof Decision.Undone) {
                return decision;
            }
            saga = saga.after(decision);
        }
        return new Decision.Wait();
    }

    @Test
    void undoesWhateverAnyStepMakes() {
        List<Call> undo = calls(Saga.begin(GIVE_UP_AT).undo("no"));

        Stream.of(Step.values())
                .flatMap(step -> calls(new Saga(step, null, GIVE_UP_AT)).stream())
                .forEach(call -> {
                    switch (call) {
                        case Call.MakeDisk(Disk disk) ->
                            assertThat(undo.contains(new Call.RemoveDisk(disk.storageId())))
                                    .isEqualTo(disk.equals(DISKS.getFirst().disk()));
                        case Call.MakeMachine make -> assertThat(undo).startsWith(new Call.RemoveMachine());
                        case Call.LogIn ignored -> assertThat(undo).isNotEmpty();
                        case Call.RemoveMachine ignored -> assertThat(undo).contains(call);
                        case Call.RemoveDisk ignored -> assertThat(undo).contains(call);
                    }
                });
    }

    private static List<Call> calls(Saga saga) {
        return saga.calls(DISKS).stream().flatMap(List::stream).toList();
    }
}
