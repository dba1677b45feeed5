package io.handover.provisioning.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.provisioning.TestDatabase;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JobRunnerTest {

    private static final Uni<Progress> DONE = Uni.createFrom().item(new Progress.Done());

    @Inject
    Jobs jobs;

    @Inject
    JobTable table;

    @Inject
    TestWork work;

    private final UUID subject = UUID.randomUUID();

    @Test
    void doesItsWorkOnceAndForgetsIt() throws Throwable {
        put();

        awaitEnd();
        assertThat(work.attempts(subject)).containsExactly(1);
    }

    @Test
    void triesAgainAfterAFailure() throws Throwable {
        work.goes(subject, run -> {
            if (run == 1) {
                throw new IllegalStateException("not yet");
            }
            return run == 2 ? Uni.createFrom().failure(new IllegalStateException("nor yet")) : DONE;
        });

        put();

        awaitEnd();
        assertThat(work.attempts(subject)).containsExactly(1, 2, 3);
    }

    @Test
    void countsAnewAfterProgress() throws Throwable {
        work.goes(
                subject,
                run -> run == 1 ? progress(new Progress.Later()) : run == 2 ? progress(new Progress.Next()) : DONE);

        put();

        awaitEnd();
        assertThat(work.attempts(subject)).containsExactly(1, 2, 1);
    }

    @Test
    void waitsAsLongAsItIsTold() throws Throwable {
        work.goes(subject, run -> run == 1 ? progress(new Progress.Again(Duration.ofMillis(700))) : DONE);
        long begin = System.nanoTime();

        put();

        awaitEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void doesOnceMoreWhatIsAskedForMeanwhile() throws Throwable {
        var working = new AtomicReference<UniEmitter<? super Progress>>();
        work.goes(subject, run -> run == 1 ? Uni.createFrom().<Progress>emitter(working::set) : DONE);
        put();
        await().untilAsserted(() -> assertThat(working.get()).isNotNull());

        put();
        put();
        working.get().complete(new Progress.Done());

        awaitEnd();
        assertThat(work.attempts(subject)).containsExactly(1, 1);
    }

    @Test
    void takesOverWhenALeaseEnds() {
        long begin = System.nanoTime();

        TestDatabase.execute("""
                insert into job (job_id, kind, subject_id, attempts, lease_until)
                values (gen_random_uuid(), 'test-work', '%s', 1, now() + interval '1 second')""".formatted(subject));

        awaitEnd();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(900));
        assertThat(work.attempts(subject)).containsExactly(2);
    }

    @Test
    void givesUpAStepThatTakesLongerThanItsLease() throws Throwable {
        work.goes(subject, run -> run == 1 ? Uni.createFrom().nothing() : DONE);

        put();

        awaitEnd();
        assertThat(work.attempts(subject)).containsExactly(1, 2);
    }

    @Test
    void letsNobodyEndWhatHeLostTheLeaseOf() {
        UUID job = UUID.randomUUID();
        TestDatabase.execute("""
                insert into job (job_id, kind, subject_id, due_at, lease_until)
                values ('%s', 'test-work', '%s', now() + interval '1 hour', now())""".formatted(job, subject));
        var lost = new Job(
                job,
                TestWork.KIND,
                subject,
                1,
                1,
                OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                Optional.empty());

        table.end(lost).await().atMost(Duration.ofMinutes(1));
        table.delay(lost, Duration.ZERO).await().atMost(Duration.ofMinutes(1));

        assertThat(TestDatabase.text("job", "lease_until", "job_id", job.toString()))
                .isNotNull();
        assertThat(work.attempts(subject)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,200", "2,400", "8,25600", "9,30000", "1000,30000"})
    void growsItsPauses(int attempts, long millis) {
        assertThat(JobRunner.pause(attempts)).isEqualTo(Duration.ofMillis(millis));
    }

    private void put() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> jobs.put(TestWork.KIND, subject)));
    }

    private void awaitEnd() {
        await().untilAsserted(() -> {
            assertThat(work.attempts(subject)).isNotEmpty();
            assertThat(TestDatabase.count("job", "subject_id", subject.toString()))
                    .isZero();
        });
    }

    private static Uni<Progress> progress(Progress progress) {
        return Uni.createFrom().item(progress);
    }
}
