package io.handover.provisioning.compute;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Machines in the sandbox, Handover's embedded back end. */
@Singleton
@Identifier("sandbox")
class SandboxDriver implements ComputeDriver {

    private static final int NOT_FOUND = 404;

    /** What repeating cannot help; a wrong token, for one, can be mended meanwhile. */
    private static final Set<Integer> REFUSALS = Set.of(400, NOT_FOUND, 409, 422);

    private final SandboxApi sandbox;
    private final String token;
    private final URI url;

    SandboxDriver(SandboxConfig config) {
        this.token = "Bearer "
                + config.token().orElseThrow(() -> new IllegalArgumentException("handover.sandbox.token is required"));
        this.url = config.url();
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
    public Uni<Void> growDisk(UUID storageId, int sizeGib) {
        return asked(sandbox.growDisk(token, storageId, new SandboxApi.GrowDisk(sizeGib)));
    }

    @Override
    public Uni<Void> restoreDisk(UUID storageId, UUID backupId) {
        return asked(sandbox.restoreDisk(token, storageId, new SandboxApi.RestoreDisk(backupId)));
    }

    @Override
    public Uni<Void> deleteDisk(UUID storageId) {
        return asked(sandbox.deleteDisk(token, storageId));
    }

    @Override
    public Uni<Machine> createMachine(MachineSpec spec) {
        var body = new SandboxApi.PutMachine(
                spec.hostname(), spec.cores(), spec.memoryMib(), spec.disks(), spec.rootPasswordHash(), spec.sshKeys());
        return changed(sandbox.putMachine(token, spec.serverId(), body));
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
        return changed(sandbox.start(token, serverId));
    }

    @Override
    public Uni<Machine> stop(UUID serverId, StopRequest how) {
        return changed(sandbox.stop(token, serverId, SandboxApi.StopMachine.of(how)));
    }

    @Override
    public Uni<Machine> restart(UUID serverId, StopRequest how) {
        return changed(sandbox.restart(token, serverId, SandboxApi.StopMachine.of(how)));
    }

    @Override
    public Uni<Void> setDisks(UUID serverId, List<UUID> storageIds) {
        return changed(sandbox.setDisks(token, serverId, new SandboxApi.SetDisks(storageIds)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> resize(UUID serverId, int cores, int memoryMib) {
        return changed(sandbox.resize(token, serverId, new SandboxApi.Resize(cores, memoryMib)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> setRootPassword(UUID serverId, UUID passwordId, String hash) {
        return changed(sandbox.setRootPassword(token, serverId, new SandboxApi.SetRootPassword(passwordId, hash)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deleteMachine(UUID serverId) {
        return asked(sandbox.deleteMachine(token, serverId));
    }

    @Override
    public URI url() {
        return url;
    }

    /** The sandbox says nothing by itself. */
    @Override
    public Multi<UUID> changes() {
        return Multi.createFrom().nothing();
    }

    /** Nobody looks at the sandbox itself. */
    @Override
    public Uni<Void> showTags(Map<UUID, List<String>> tags) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Inventory> inventory() {
        return asked(sandbox.inventory(token)).map(SandboxApi.InventoryView::inventory);
    }

    private static Uni<Machine> changed(Uni<SandboxApi.MachineView> call) {
        return asked(call).map(SandboxApi.MachineView::machine);
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
