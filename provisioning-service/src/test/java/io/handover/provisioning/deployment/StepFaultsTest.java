package io.handover.provisioning.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.handover.provisioning.FakeSandbox.Fault;
import io.handover.provisioning.SandboxPlace;
import io.handover.provisioning.deployment.Trial.Course;
import io.handover.test.infrastructure.Infrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each step of a deployment runs twice, and each of its calls fails once, in every way. Which there are is read off the
 * list of steps, and off deployments in which nothing fails: so none is left out.
 */
@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
@QuarkusTestResource(SandboxPlace.class)
class StepFaultsTest {

    private static final int AT_A_TIME = 6;

    private final ExecutorService trials = Executors.newFixedThreadPool(AT_A_TIME);

    @AfterEach
    void end() {
        trials.shutdown();
    }

    @Test
    void asksForEveryCallThereIs() {
        List<String> kinds = kinds(Course.DEPLOYED);
        kinds.addAll(kinds(Course.CANCELLED));

        assertThat(kinds.stream().distinct()).hasSameSizeAs(Call.class.getPermittedSubclasses());
    }

    @TestFactory
    List<DynamicTest> isWholeWhenACallFailsOnce() {
        List<String> making = kinds(Course.DEPLOYED);
        List<String> removing = kinds(Course.CANCELLED);
        removing.removeAll(making);

        return Stream.concat(
                        making.stream().flatMap(kind -> faults(Course.DEPLOYED, kind)),
                        removing.stream().flatMap(kind -> faults(Course.CANCELLED, kind)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> isWholeWhenAReplicaDiesAroundAWrite() {
        PlantedCrashes.begin();
        return Stream.concat(
                        Stream.of(Step.values()).flatMap(this::crashes),
                        Stream.of(DynamicTest.dynamicTest("and no longer", PlantedCrashes::end)))
                .toList();
    }

    private static List<String> kinds(Course course) {
        return new ArrayList<>(new Trial(course).play().kinds());
    }

    private Stream<DynamicTest> faults(Course course, String kind) {
        return Arrays.stream(Fault.values()).map(fault -> {
            var trial = new Trial(course);
            trial.fails(kind, fault);
            return begun(kind + " is " + fault, trial, trial::isWhole);
        });
    }

    private Stream<DynamicTest> crashes(Step step) {
        return Arrays.stream(PlantedCrashes.Place.values()).map(place -> {
            var trial = new Trial(step == Step.UNDO ? Course.CANCELLED : Course.DEPLOYED);
            trial.crashes(place, step);
            return begun(step + " " + place, trial, () -> {
                trial.crashed();
                trial.isWhole();
            });
        });
    }

    /** Several at a time: they mostly wait. */
    private DynamicTest begun(String name, Trial trial, Runnable check) {
        Future<Trial> played = trials.submit(trial::play);
        return DynamicTest.dynamicTest(name, () -> {
            played.get();
            check.run();
        });
    }
}
