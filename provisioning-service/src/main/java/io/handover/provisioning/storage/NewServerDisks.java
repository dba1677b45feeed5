package io.handover.provisioning.storage;

import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Plan;
import io.handover.provisioning.label.Labels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes, clones and attaches the disks that a new server asks for. */
@ApplicationScoped
public class NewServerDisks {

    private final Storages storages;
    private final ServerDisks disks;
    private final Catalogue catalogue;

    NewServerDisks(Storages storages, ServerDisks disks, Catalogue catalogue) {
        this.storages = storages;
        this.disks = disks;
        this.catalogue = catalogue;
    }

    /**
     * All of them, in the present transaction.
     *
     * @param plan decides which disk is part of it
     * @return fails with a refusal that names the first rule that is broken
     */
    public Uni<Void> allocate(
            Caller caller,
            UUID serverId,
            String zone,
            Optional<Plan> plan,
            @Nullable List<@Nullable StorageDevice> requested) {
        List<StorageDevice> devices = StorageRules.devices(requested);
        List<String> addresses = StorageRules.addresses(devices);
        return Sql.each(
                IntStream.range(0, devices.size()).boxed().toList(),
                position -> allocate(caller, zone, plan, devices.get(position))
                        .chain(disk -> disks.attach(
                                caller, serverId, disk.storageId(), addresses.get(position), position, disk.made())));
    }

    private Uni<Disk> allocate(Caller caller, String zone, Optional<Plan> plan, StorageDevice device) {
        if (!"disk".equals(StorageRules.orElse(device.type(), "disk"))) {
            throw StorageRefusals.badType();
        }
        return switch (StorageRules.orElse(device.action(), "")) {
            case "create" -> made(caller, form(device, zone, plan, StorageRules.size(device.size()), null));
            case "clone" -> copy(caller, device, zone, plan);
            case "attach" -> existing(caller, device, zone);
            case "" -> throw StorageRefusals.actionMissing();
            default -> throw StorageRefusals.badAction();
        };
    }

    private Uni<Disk> copy(Caller caller, StorageDevice device, String zone, Optional<Plan> plan) {
        UUID source = StorageRules.id(device.storage());
        Uni<Integer> original = catalogue
                .template(source)
                .map(template -> Uni.createFrom().item(template.size()))
                .orElseGet(() -> storages.visible(caller, source).map(Storage::size));
        return original.map(size -> StorageRules.sizeOfCopy(device.size(), size))
                .chain(size -> made(caller, form(device, zone, plan, size, source)));
    }

    private Uni<Disk> existing(Caller caller, StorageDevice device, String zone) {
        return disks.attachable(caller, StorageRules.id(device.storage()), zone)
                .map(storage -> new Disk(storage.storageId(), false));
    }

    private Uni<Disk> made(Caller caller, Storage.Form form) {
        return storages.persist(caller, form).map(storage -> new Disk(storage.storageId(), true));
    }

    private static Storage.Form form(
            StorageDevice device, String zone, Optional<Plan> plan, int size, @Nullable UUID source) {
        return new Storage.Form(
                StorageRules.title(device.title()),
                size,
                StorageRules.tier(device.tier(), "maxiops"),
                zone,
                StorageRules.encrypted(device.encrypted()),
                Labels.checked(device.labels()),
                plan.filter(chosen -> chosen.storageSize() == size).isPresent(),
                source);
    }

    /** A disk for a server. */
    private record Disk(UUID storageId, boolean made) {}
}
