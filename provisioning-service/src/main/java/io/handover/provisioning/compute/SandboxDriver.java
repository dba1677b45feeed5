package io.handover.provisioning.compute;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Machines in the sandbox, Handover's embedded back end. */
@ApplicationScoped
class SandboxDriver implements ComputeDriver {

    private static final int NOT_FOUND = 404;

    /** What repeating cannot help; a wrong token, for one, can be mended meanwhile. */
    private static final Set<Integer> REFUSALS = Set.of(400, NOT_FOUND, 409, 422);

    private final SandboxApi sandbox;
    private final String token;

    SandboxDriver(SandboxConfig config) {
        this.token = "Bearer " + config.token();
        this.sandbox = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                .build(SandboxApi.class);
    }

    @Override
    public Uni<Void> createDisk(Disk disk) {
        return asked(sandbox.putDisk(token, disk.storageId(), new SandboxApi.PutDisk(disk.sizeGib(), disk.source())));
    }

    @Override
    public Uni<Void> deleteDisk(UUID storageId) {
        return asked(sandbox.deleteDisk(token, storageId));
    }

    @Override
    public Uni<Machine> createMachine(MachineSpec spec) {
        var body = new SandboxApi.PutMachine(
                spec.hostname(), spec.cores(), spec.memoryMib(), spec.disks(), spec.rootPasswordHash(), spec.sshKeys());
        return asked(sandbox.putMachine(token, spec.serverId(), body)).map(SandboxApi.MachineView::machine);
    }

    @Override
    public Uni<Optional<Machine>> machine(UUID serverId) {
        return sandbox.machine(token, serverId)
                .map(view -> Optional.of(view.machine()))
                .onFailure(SandboxDriver::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<Machine> start(UUID serverId) {
        return change(serverId, "start");
    }

    @Override
    public Uni<Machine> stop(UUID serverId) {
        return change(serverId, "stop");
    }

    @Override
    public Uni<Machine> restart(UUID serverId) {
        return change(serverId, "restart");
    }

    @Override
    public Uni<Void> deleteMachine(UUID serverId) {
        return asked(sandbox.deleteMachine(token, serverId));
    }

    private Uni<Machine> change(UUID serverId, String change) {
        return asked(sandbox.change(token, serverId, change)).map(SandboxApi.MachineView::machine);
    }

    private static <T> Uni<T> asked(Uni<T> call) {
        return call.onFailure(failure -> REFUSALS.contains(status(failure)))
                .transform(failure -> new ComputeRefused("the sandbox refused: HTTP " + status(failure)));
    }

    private static boolean isNotFound(Throwable failure) {
        return status(failure) == NOT_FOUND;
    }

    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
    }
}
