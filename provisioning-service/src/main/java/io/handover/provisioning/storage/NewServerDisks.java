package io.handover.provisioning.storage;

import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.catalogue.Catalogue;
import io.handover.provisioning.catalogue.Plan;
import io.handover.provisioning.label.Labels;
import io.handover.provisioning.storage.AttachmentRepository.NewAttachment;
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
        List<String> addresses = DeviceAddress.all(devices);
        if (devices.stream().filter(StorageDevice::isBootDisk).count() > 1) {
            throw StorageRefusals.tooManyBootDisks();
        }
        return Sql.each(
                IntStream.range(0, devices.size()).boxed().toList(),
                position -> allocate(caller, zone, plan, devices.get(position))
                        .chain(disk -> disks.attach(
                                caller, attachment(serverId, disk, devices.get(position), addresses.get(position)))));
    }

    private static NewAttachment attachment(UUID serverId, Disk disk, StorageDevice device, String address) {
        return new NewAttachment(
                serverId, disk.storageId(), address, device.deviceType(), device.isBootDisk(), disk.made());
    }

    private Uni<Disk> allocate(Caller caller, String zone, Optional<Plan> plan, StorageDevice device) {
        String action = StorageRules.orElse(device.action(), "");
        if (StorageDevice.CDROM.equals(device.deviceType()) && !"attach".equals(action)) {
            throw StorageRefusals.badType();
        }
        return switch (action) {
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
                .orElseGet(() -> storages.visible(caller, source)
                        .invoke(storage -> storage.state().after(StorageAct.COPY))
                        .map(Storage::size));
        return original.map(size -> StorageRules.sizeOfCopy(device.size(), size))
                .chain(size -> made(caller, form(device, zone, plan, size, source)));
    }

    private Uni<Disk> existing(Caller caller, StorageDevice device, String zone) {
        return disks.attachable(caller, StorageRules.id(device.storage()), zone)
                .map(storage -> new Disk(storage.storageId(), false));
    }

    private Uni<Disk> made(Caller caller, StorageForm form) {
        return storages.persist(caller, form).map(storage -> new Disk(storage.storageId(), true));
    }

    private static StorageForm form(
            StorageDevice device, String zone, Optional<Plan> plan, int size, @Nullable UUID source) {
        Optional<Plan> ofPlan = plan.filter(chosen -> chosen.storageSize() == size);
        return new StorageForm(
                StorageRules.title(device.title()),
                size,
                StorageRules.tier(device.tier(), ofPlan.map(Plan::storageTier).orElse("maxiops")),
                zone,
                StorageRules.encrypted(device.encrypted()),
                Labels.checked(device.labels()),
                BackupRule.checked(device.backupRule()),
                ofPlan.isPresent(),
                source,
                StorageType.NORMAL,
                StorageState.ONLINE,
                false);
    }

    /** A disk for a server. */
    private record Disk(UUID storageId, boolean made) {}
}
