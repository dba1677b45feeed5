package io.handover.provisioning.server;

import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.compute.StopRequest;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells a server's machine to start, stop or restart, whatever was asked for last. */
@ApplicationScoped
class PowerMachine implements JobHandler {

    static final String KIND = "power-machine";

    private final ServerLife servers;
    private final ComputeDriver compute;

    PowerMachine(ServerLife servers, ComputeDriver compute) {
        this.servers = servers;
        this.compute = compute;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        UUID serverId = job.subjectId();
        return own.keep(servers.power(serverId))
                .chain(wanted -> wanted.map(power -> tell(serverId, power, own))
                        .orElse(Uni.createFrom().voidItem()))
                .replaceWith(new Progress.Done());
    }

    private Uni<Void> tell(UUID serverId, Power power, OwnContext own) {
        return own.keep(told(serverId, power))
                .chain(machine -> servers.obeyed(serverId, power, machine))
                .onFailure(ComputeRefused.class)
                .recoverWithUni(refused -> {
                    Log.warnf("machine refuses serverId=%s power=%s error=%s", serverId, power, refused);
                    return servers.disobeyed(serverId);
                });
    }

    private Uni<Machine> told(UUID serverId, Power power) {
        return switch (power) {
            case START -> compute.start(serverId);
            case STOP -> compute.stop(serverId, StopRequest.SOFT);
            case RESTART -> compute.restart(serverId, StopRequest.SOFT);
        };
    }
}
