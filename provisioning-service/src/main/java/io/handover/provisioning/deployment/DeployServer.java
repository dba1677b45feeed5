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
 * <p>Each step is read from the database, attempted without a transaction, and decided upon in one ({@link Decision}).
 * So any replica can go on with it at any time, and an attempt may happen twice: the driver's calls are idempotent.
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
        Step step = present.deployment().step();
        return own.keep(attempt(step, present))
                .onFailure()
                .recoverWithItem(failure -> failed(step, present, failure))
                .map(attempt ->
                        Decision.after(step, attempt, present.deployment().isLate(clock.instant())))
                .chain(decision -> follow(decision, step, present.deployment().serverId()));
    }

    private Uni<Attempt> attempt(Step step, Present present) {
        return switch (step) {
            case DISKS -> traced(step, () -> makeDisks(present));
            case MACHINE -> traced(step, () -> makeMachine(present));
            // Asked ten times a second: spans of it would say nothing.
            case LOGIN -> logIn(present);
            case UNDO -> traced(step, () -> remove(present));
        };
    }

    private Uni<Attempt> traced(Step step, Supplier<Uni<Attempt>> attempt) {
        return traces.span("deployment " + step.name().toLowerCase(Locale.ROOT), SpanKind.INTERNAL, attempt);
    }

    private Uni<Attempt> makeDisks(Present present) {
        return each(
                        present.disks(),
                        disk -> compute.createDisk(new Disk(disk.storage(), disk.storageSize(), disk.source())))
                .replaceWith(new Attempt.Done());
    }

    private Uni<Attempt> makeMachine(Present present) {
        List<UUID> ids = present.disks().stream().map(AttachedStorage::storage).toList();
        return compute.createMachine(present.deployment().machine(ids)).replaceWith(new Attempt.Done());
    }

    private Uni<Attempt> logIn(Present present) {
        return compute.machine(present.deployment().serverId())
                .chain(found -> found.map(machine -> probe.answers(machine)
                                .<Attempt>map(answers -> answers ? new Attempt.Answers(machine) : new Attempt.Silent()))
                        .orElse(Uni.createFrom().item(new Attempt.Silent())));
    }

    /** The machine first: it uses the disks. Disks that were there before stay. */
    private Uni<Attempt> remove(Present present) {
        List<AttachedStorage> made =
                present.disks().stream().filter(AttachedStorage::made).toList();
        return compute.deleteMachine(present.deployment().serverId())
                .chain(() -> each(made, disk -> compute.deleteDisk(disk.storage())))
                .replaceWith(new Attempt.Done());
    }

    private Uni<Progress> follow(Decision decision, Step step, UUID serverId) {
        return switch (decision) {
            case Decision.Wait() -> Uni.createFrom().item(new Progress.Again(UNTIL_IT_ANSWERS));
            case Decision.TryAgain() -> Uni.createFrom().item(new Progress.Later());
            case Decision.GoOn(Step next) ->
                write(step, serverId, deployment -> {
                    deployment.goOn(next);
                    return Uni.createFrom().voidItem();
                });
            case Decision.Undo(String reason) ->
                write(step, serverId, deployment -> {
                    deployment.undo(reason);
                    return Uni.createFrom().voidItem();
                });
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
                        .map(attached -> found.map(
                                deployment -> new Present(deployment, attached.getOrDefault(serverId, List.of()))))));
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

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<Void>> action) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUni(action::apply)
                .merge(AT_A_TIME)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A deployment as it stands, and its server's disks. */
    private record Present(Deployment deployment, List<AttachedStorage> disks) {}
}
