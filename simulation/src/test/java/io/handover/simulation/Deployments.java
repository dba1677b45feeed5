package io.handover.simulation;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.provisioning.deployment.Attempt;
import io.handover.provisioning.deployment.Call;
import io.handover.provisioning.deployment.Decision;
import io.handover.provisioning.deployment.Saga;
import io.handover.provisioning.deployment.SagaDisk;
import io.handover.provisioning.deployment.Step;
import io.handover.provisioning.job.Progress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries out what the {@link Saga} decides, in a world that fails. */
final class Deployments {

    private static final String DEPLOY = "deploy-server";
    private static final String REMOVE_MACHINE = "remove-machine";
    private static final String REMOVE_DISK = "remove-disk";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration UNTIL_IT_ANSWERS = Duration.ofSeconds(30);

    private final World world;
    private final Provisioning provisioning;
    private final BackEnd backEnd;
    private final Jobs jobs;
    private final Map<UUID, Row> rows = new HashMap<>();
    private final Set<UUID> storages = new HashSet<>();

    Deployments(World world, Provisioning provisioning, BackEnd backEnd, Jobs jobs) {
        this.world = world;
        this.provisioning = provisioning;
        this.backEnd = backEnd;
        this.jobs = jobs;
        jobs.does(DEPLOY, this::work);
        jobs.does(REMOVE_MACHINE, (server, settle) -> remove(server, new Call.RemoveMachine(), settle));
        jobs.does(REMOVE_DISK, (disk, settle) -> remove(disk, new Call.RemoveDisk(disk), settle));
    }

    private static final class Row {
        private final Provisioning.Server server;
        private Saga saga;
        private @Nullable String hash;

        Row(Provisioning.Server server, Saga saga, String hash) {
            this.server = server;
            this.saga = saga;
            this.hash = hash;
        }
    }

    /** In the present transaction. */
    void begin(Provisioning.Server server, String hash) {
        rows.put(server.id, new Row(server, Saga.begin(world.now().plus(PATIENCE)), hash));
        server.disks.forEach(disk -> storages.add(disk.disk().storageId()));
        jobs.put(DEPLOY, server.id);
    }

    void cancel(UUID server) {
        Row row = rows.get(server);
        if (row != null && row.saga.isUnderWay()) {
            world.note("somebody cancels server", server);
            live(row, row.saga.undo("it was cancelled"));
            jobs.put(DEPLOY, server);
        }
    }

    /** In the present transaction. */
    void remove(Provisioning.Server server) {
        jobs.put(REMOVE_MACHINE, server.id);
        if (server.started) {
            server.disks.forEach(disk -> {
                storages.remove(disk.disk().storageId());
                jobs.put(REMOVE_DISK, disk.disk().storageId());
            });
        }
    }

    private void remove(UUID subject, Call call, Consumer<Progress> settle) {
        backEnd.ask(
                subject,
                null,
                call,
                attempt -> settle.accept(attempt instanceof Attempt.Done ? new Progress.Done() : new Progress.Later()));
    }

    private void work(UUID server, Consumer<Progress> settle) {
        Row row = rows.get(server);
        if (row == null) {
            settle.accept(new Progress.Done());
            return;
        }
        Saga saga = row.saga;
        String hash = row.hash;
        ask(server, hash, calls(saga, row.server.disks), 0, attempt -> {
            Decision decision = saga.decide(attempt, world.now());
            world.note("deployment of", server, "at", saga.step(), decision);
            follow(server, saga.step(), decision, settle);
        });
    }

    private List<List<Call>> calls(Saga saga, List<SagaDisk> disks) {
        return saga.calls(disks).stream()
                .map(calls -> calls.stream()
                        .filter(call -> !(world.has(Flaw.UNDO_FORGETS_DISKS) && call instanceof Call.RemoveDisk))
                        .toList())
                .toList();
    }

    /** One list after the other, the calls of one at the same time; what fails first ends it. */
    private void ask(UUID server, @Nullable String hash, List<List<Call>> lists, int next, Consumer<Attempt> end) {
        if (next == lists.size()) {
            end.accept(new Attempt.Done());
            return;
        }
        askAll(
                server,
                hash,
                lists.get(next),
                last -> world.unlessDead("after a list of calls", () -> {
                    if (last instanceof Attempt.Done) {
                        ask(server, hash, lists, next + 1, end);
                    } else {
                        end.accept(last);
                    }
                }));
    }

    private void askAll(UUID server, @Nullable String hash, List<Call> calls, Consumer<Attempt> end) {
        if (calls.isEmpty()) {
            end.accept(new Attempt.Done());
        }
        var answers = new Answers(calls.size(), end);
        calls.forEach(call -> backEnd.ask(server, hash, call, answers));
    }

    /** The last answer, or the first bad one. */
    private static final class Answers implements Consumer<Attempt> {
        private final Consumer<Attempt> end;
        private int open;

        Answers(int open, Consumer<Attempt> end) {
            this.open = open;
            this.end = end;
        }

        @Override
        public void accept(Attempt attempt) {
            boolean isBad = attempt instanceof Attempt.Failed || attempt instanceof Attempt.Refused;
            if (open > 0) {
                open = isBad ? 0 : open - 1;
                if (open == 0) {
                    end.accept(attempt);
                }
            }
        }
    }

    private void follow(UUID server, Step step, Decision decision, Consumer<Progress> settle) {
        switch (decision) {
            case Decision.Wait() -> settle.accept(new Progress.Again(UNTIL_IT_ANSWERS));
            case Decision.TryAgain() -> settle.accept(new Progress.Later());
            default ->
                world.unlessDead("before it writes at " + step, () -> {
                    write(server, step, decision);
                    if (world.wrong("dies after it wrote at " + step, 2) == 0) {
                        settle.accept(new Progress.Next());
                    }
                });
        }
    }

    private void write(UUID server, Step begun, Decision decision) {
        Row row = rows.get(server);
        if (row == null || !(row.saga.isAt(begun) || world.has(Flaw.OVERTAKEN_REPLICA_WRITES))) {
            return;
        }
        switch (decision) {
            case Decision.Deployed deployed -> deployed(row);
            case Decision.Undone() -> undone(row);
            default -> live(row, row.saga.after(decision));
        }
    }

    private void live(Row row, Saga next) {
        row.saga = next;
        if (!next.needsHash() && !world.has(Flaw.KEEPS_HASHES)) {
            row.hash = null;
        }
        Violation.unless(
                row.hash == null || next.isAt(Step.DISKS) || next.isAt(Step.MACHINE),
                "the hash goes when the machine has it",
                next);
    }

    private void deployed(Row row) {
        row.server.started = true;
        UUID account = row.server.account;
        provisioning.ledger.record(
                Topics.PROVISIONING_SERVER, new ServerDeployed(account, row.server.id, "web", "127.0.0.1", 22, "root"));
        rows.remove(row.server.id);
    }

    private void undone(Row row) {
        row.server.failed = true;
        row.server.disks.stream()
                .filter(SagaDisk::made)
                .forEach(disk -> storages.remove(disk.disk().storageId()));
        provisioning.ledger.record(
                Topics.PROVISIONING_SERVER,
                new ServerDeploymentFailed(row.server.account, row.server.id, String.valueOf(row.saga.reason())));
        rows.remove(row.server.id);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Set<UUID> storages() {
        return storages;
    }
}
