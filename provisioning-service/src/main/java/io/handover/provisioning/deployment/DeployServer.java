package io.handover.provisioning.deployment;

import io.handover.kit.trace.Traces;
import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.compute.LoginProbe;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.handover.provisioning.storage.AttachedStorage;
import io.handover.provisioning.storage.ServerDisks;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The saga of a deployment: make the disks, make the machine, wait until it answers; or undo.
 *
 * <p>Each step is read from the database, attempted without a transaction, and decided upon in one ({@link Saga}). So
 * any replica can go on with it at any time, and an attempt may happen twice: the driver's calls are idempotent.
 */
@ApplicationScoped
class DeployServer implements JobHandler {

    static final String KIND = "deploy-server";

    private static final int AT_A_TIME = 4;
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofMillis(100);

    private final DeploymentRepository deployments;
    private final ServerDisks disks;
    private final ComputeDriver compute;
    private final LoginProbe probe;
    private final Outcome outcome;
    private final Traces traces;
    private final Clock clock;

    DeployServer(
            DeploymentRepository deployments,
            ServerDisks disks,
            ComputeDriver compute,
            LoginProbe probe,
            Outcome outcome,
            Traces traces,
            Clock clock) {
        this.deployments = deployments;
        this.disks = disks;
        this.compute = compute;
        this.probe = probe;
        this.outcome = outcome;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        return own.keep(read(job.subjectId()))
                .chain(found -> found.map(present -> step(present, own))
                        .orElse(Uni.createFrom().item(new Progress.Done())));
    }

    private Uni<Progress> step(Present present, OwnContext own) {
        Saga saga = present.deployment().saga();
        return own.keep(attempt(saga, present))
                .onFailure()
                .recoverWithItem(failure -> failed(saga.step(), present, failure))
                .map(attempt -> saga.decide(attempt, clock.instant()))
                .chain(decision ->
                        follow(decision, saga.step(), present.deployment().serverId()));
    }

    /** Logins are asked for ten times a second: spans of them would say nothing. */
    private Uni<Attempt> attempt(Saga saga, Present present) {
        return saga.step() == Step.LOGIN ? ask(saga, present) : traced(saga.step(), () -> ask(saga, present));
    }

    private Uni<Attempt> traced(Step step, Supplier<Uni<Attempt>> attempt) {
        return traces.span("deployment " + step.name().toLowerCase(Locale.ROOT), SpanKind.INTERNAL, attempt);
    }

    private Uni<Attempt> ask(Saga saga, Present present) {
        return Multi.createFrom()
                .iterable(saga.calls(present.disks()))
                .onItem()
                .transformToUniAndConcatenate(calls -> each(calls, call -> ask(call, present.deployment())))
                .collect()
                .last()
                .onItem()
                .ifNull()
                .continueWith(new Attempt.Done());
    }

    private Uni<Attempt> ask(Call call, Deployment deployment) {
        UUID serverId = deployment.serverId();
        return switch (call) {
            case Call.MakeDisk(Disk disk) -> done(compute.createDisk(disk));
            case Call.MakeMachine(List<UUID> ids) -> done(compute.createMachine(deployment.machine(ids)));
            case Call.LogIn() -> logIn(serverId);
            case Call.RemoveMachine() -> done(compute.deleteMachine(serverId));
            case Call.RemoveDisk(UUID storageId) -> done(compute.deleteDisk(storageId));
        };
    }

    private static Uni<Attempt> done(Uni<?> answer) {
        return answer.replaceWith(new Attempt.Done());
    }

    private Uni<Attempt> logIn(UUID serverId) {
        return compute.machine(serverId)
                .chain(found -> found.map(machine -> probe.answers(machine)
                                .<Attempt>map(answers -> answers ? new Attempt.Answers(machine) : new Attempt.Silent()))
                        .orElse(Uni.createFrom().item(new Attempt.Silent())));
    }

    private Uni<Progress> follow(Decision decision, Step step, UUID serverId) {
        return switch (decision) {
            case Decision.Wait() -> Uni.createFrom().item(new Progress.Again(UNTIL_IT_ANSWERS));
            case Decision.TryAgain() -> Uni.createFrom().item(new Progress.Later());
            case Decision.GoOn goOn -> write(step, serverId, deployment -> move(deployment, goOn));
            case Decision.Undo undo -> write(step, serverId, deployment -> move(deployment, undo));
            case Decision.Deployed deployed ->
                write(
                        step,
                        serverId,
                        deployment -> outcome.deployed(serverId, deployed.machine())
                                .chain(() -> deployments.remove(deployment)));
            case Decision.Undone() ->
                write(
                        step,
                        serverId,
                        deployment -> disks.undo(deployment.accountId(), serverId)
                                .chain(() -> outcome.failed(serverId, deployment.reason()))
                                .chain(() -> deployments.remove(deployment)));
        };
    }

    private static Uni<Void> move(Deployment deployment, Decision decision) {
        deployment.live(deployment.saga().after(decision));
        return Uni.createFrom().voidItem();
    }

    /** The next look finds that it has ended, if it has. */
    private Uni<Progress> write(Step step, UUID serverId, Function<Deployment, Uni<Void>> change) {
        return Panache.withTransaction(() -> deployments
                        .lockAt(step, serverId)
                        .chain(found ->
                                found.map(change).orElse(Uni.createFrom().voidItem())))
                .replaceWith(new Progress.Next());
    }

    private Uni<Optional<Present>> read(UUID serverId) {
        return Panache.withSession(() -> deployments
                .find(serverId)
                .chain(found -> disks.attachedTo(List.of(serverId))
                        .map(attached -> found.map(deployment ->
                                new Present(deployment, disks(attached.getOrDefault(serverId, List.of())))))));
    }

    private static List<SagaDisk> disks(List<AttachedStorage> attached) {
        return attached.stream().map(it -> new SagaDisk(it.disk(), it.made())).toList();
    }

    private static Attempt failed(Step step, Present present, Throwable failure) {
        if (failure instanceof ComputeRefused refused) {
            return new Attempt.Refused(refused.reason());
        }
        Log.warnf(
                "deployment waits serverId=%s step=%s error=%s",
                present.deployment().serverId(), step, failure);
        return new Attempt.Failed();
    }

    private static Uni<Attempt> each(List<Call> calls, Function<Call, Uni<Attempt>> ask) {
        return Multi.createFrom()
                .iterable(calls)
                .onItem()
                .transformToUni(ask::apply)
                .merge(AT_A_TIME)
                .collect()
                .last();
    }

    /** A deployment as it stands, and its server's disks. */
    private record Present(Deployment deployment, List<SagaDisk> disks) {}
}
