package io.handover.provisioning.server;

import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Tells a server's machine to start, stop or restart, whatever was asked for last, until it has done it.
 *
 * <p>Each step reads the order from the database and tells it anew: telling it twice changes nothing, and whoever takes
 * over from a replica that died need not know how far that one came.
 */
@ApplicationScoped
class PowerMachine implements JobHandler {

    static final String KIND = "power-machine";

    private final ServerLife servers;
    private final ComputeDriver compute;
    private final Duration patience;
    private final Clock clock;

    PowerMachine(ServerLife servers, ComputeDriver compute, ServerConfig config, Clock clock) {
        this.servers = servers;
        this.compute = compute;
        this.patience = config.stopPatience();
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        UUID serverId = job.subjectId();
        return own.keep(servers.told(serverId))
                .chain(told -> told.map(task -> tell(serverId, task, own))
                        .orElse(Uni.createFrom().item(new Progress.Done())));
    }

    private Uni<Progress> tell(UUID serverId, PowerTask task, OwnContext own) {
        return own.keep(asked(serverId, task))
                .chain(machine -> follow(serverId, task.order(), machine))
                .onFailure(ComputeRefused.class)
                .recoverWithUni(refused -> {
                    Log.warnf(
                            "machine refuses serverId=%s power=%s error=%s",
                            serverId, task.order().power(), refused);
                    return servers.refused(serverId, task.order()).replaceWith(new Progress.Done());
                });
    }

    private Uni<Machine> asked(UUID serverId, PowerTask task) {
        return switch (task.order().power()) {
            case START -> start(serverId, task);
            case STOP -> compute.stop(serverId, task.order().how());
            case RESTART -> compute.restart(serverId, task.order().how());
        };
    }

    /** A machine that does not run yet gets the size that its server has by now. */
    private Uni<Machine> start(UUID serverId, PowerTask task) {
        return compute.machine(serverId)
                .chain(found -> found.filter(Machine::running)
                        .map(running -> Uni.createFrom().item(running))
                        .orElseGet(() -> compute.resize(serverId, task.coreNumber(), task.memoryAmount())
                                .chain(() -> compute.start(serverId))));
    }

    private Uni<Progress> follow(UUID serverId, PowerOrder order, Machine machine) {
        PowerDecision decision = PowerDecision.after(order, machine.running(), clock.instant(), patience);
        return decision instanceof PowerDecision.Wait(Duration pause)
                ? Uni.createFrom().item(new Progress.Again(pause))
                : servers.did(serverId, order, decision, machine).replaceWith(new Progress.Done());
    }
}
