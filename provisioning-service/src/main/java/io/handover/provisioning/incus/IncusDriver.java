package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.compute.Inventory;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.compute.MachineSpec;
import io.handover.provisioning.compute.StopRequest;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Machines in Incus: containers or virtual machines, on one host or a cluster. */
@Singleton
@Identifier("incus")
class IncusDriver implements ComputeDriver {

    private final IncusSettings settings;
    private final Instances instances;
    private final Disks disks;
    private final Power power;
    private final Machines machines;
    private final Changes changes;

    IncusDriver(IncusConfig config, Removals removals, Clock clock) {
        this.settings = IncusSettings.of(config);
        var incus = new IncusApi(settings);
        this.instances = new Instances(incus);
        this.disks = new Disks(incus, instances, removals, settings, clock);
        var addresses = new Addresses(instances, settings);
        this.power = new Power(instances, addresses, settings, clock);
        var login = new RootLogin(incus, clock);
        this.machines = new Machines(instances, disks, addresses, login, power, removals, settings);
        this.changes = new Changes(incus);
    }

    @Override
    public URI url() {
        return settings.url();
    }

    @Override
    public Uni<Void> createDisk(Disk disk) {
        return asked(disks.create(disk));
    }

    @Override
    public Uni<Void> growDisk(UUID storageId, int sizeGib) {
        return asked(disks.grow(storageId, sizeGib));
    }

    @Override
    public Uni<Void> restoreDisk(UUID storageId, UUID backupId) {
        return asked(disks.restore(storageId, backupId));
    }

    @Override
    public Uni<Void> deleteDisk(UUID storageId) {
        return asked(disks.delete(storageId));
    }

    @Override
    public Uni<Machine> createMachine(MachineSpec spec) {
        return asked(machines.create(spec));
    }

    @Override
    public Uni<Optional<Machine>> machine(UUID serverId) {
        return asked(machines.find(serverId));
    }

    @Override
    public Uni<Machine> start(UUID serverId) {
        return asked(power.start(serverId).map(machines::view));
    }

    @Override
    public Uni<Machine> stop(UUID serverId, StopRequest how) {
        return asked(power.stop(serverId, how).map(machines::view));
    }

    @Override
    public Uni<Machine> restart(UUID serverId, StopRequest how) {
        return asked(power.restart(serverId, how).map(machines::view));
    }

    @Override
    public Uni<Void> setDisks(UUID serverId, List<UUID> storageIds) {
        return asked(machines.setDisks(serverId, storageIds));
    }

    @Override
    public Uni<Void> resize(UUID serverId, int cores, int memoryMib) {
        return asked(machines.resize(serverId, cores, memoryMib));
    }

    @Override
    public Uni<Void> setRootPassword(UUID serverId, UUID passwordId, String hash) {
        return asked(machines.setRootPassword(serverId, passwordId, hash));
    }

    @Override
    public Uni<Void> deleteMachine(UUID serverId) {
        return asked(machines.delete(serverId));
    }

    @Override
    public Multi<UUID> changes() {
        return changes.all();
    }

    @Override
    public Uni<Void> showTags(Map<UUID, List<String>> tags) {
        return asked(machines.showTags(tags));
    }

    @Override
    public Uni<Inventory> inventory() {
        return asked(instances
                .all()
                .chain(all -> Uni.createFrom().item(inventory(all)).call(() -> goOn(all))));
    }

    /** What waits for guests goes on even when nobody asks for their machines. */
    private Uni<Void> goOn(List<Instance> all) {
        return Multi.createFrom()
                .iterable(all)
                .filter(instance -> instance.pending().isPresent()
                        && Keys.server(instance.name()).isPresent())
                .onItem()
                .transformToUniAndConcatenate(power::goOn)
                .onItem()
                .ignoreAsUni();
    }

    private Inventory inventory(List<Instance> all) {
        Map<UUID, Machine> running = new HashMap<>();
        Set<UUID> parked = new HashSet<>();
        for (Instance instance : all) {
            Keys.server(instance.name())
                    .filter(server -> instance.noted(Keys.ADDRESS).isPresent())
                    .ifPresent(server -> running.put(server, machines.view(instance)));
            Keys.storage(instance.name()).ifPresent(parked::add);
        }
        return new Inventory(running, parked);
    }

    private static <T> Uni<T> asked(Uni<T> call) {
        return call.onFailure(IncusFailure.class).transform(failure -> failure.asDriversDo());
    }
}
