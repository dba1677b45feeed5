package io.handover.provisioning.storage;

import io.handover.kit.sql.Sql;
import io.handover.kit.work.OwnContext;
import io.handover.provisioning.compute.ComputeDriver;
import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Disk;
import io.handover.provisioning.job.Job;
import io.handover.provisioning.job.JobHandler;
import io.handover.provisioning.job.Progress;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Gives a machine the disks that its server has by now; makes those that are not there yet. */
@ApplicationScoped
class SetDisks implements JobHandler {

    static final String KIND = "set-disks";

    private final ServerDisks disks;
    private final ComputeDriver compute;

    SetDisks(ServerDisks disks, ComputeDriver compute) {
        this.disks = disks;
        this.compute = compute;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Progress> work(Job job, OwnContext own) {
        UUID serverId = job.subjectId();
        return own.keep(present(serverId))
                .chain(present -> own.keep(set(serverId, present)))
                .onFailure(ComputeRefused.class)
                .recoverWithUni(refused -> {
                    Log.warnf("machine refuses its disks serverId=%s error=%s", serverId, refused);
                    return Uni.createFrom().voidItem();
                })
                .replaceWith(new Progress.Done());
    }

    /** The boot disk first. */
    private Uni<List<Disk>> present(UUID serverId) {
        return Panache.withSession(() -> disks.attachedTo(List.of(serverId)))
                .map(attached -> attached.getOrDefault(serverId, List.of()).stream()
                        .filter(device -> !device.cdrom())
                        .sorted(Comparator.comparing(AttachedStorage::bootDisk).reversed())
                        .map(AttachedStorage::disk)
                        .toList());
    }

    private Uni<Void> set(UUID serverId, List<Disk> present) {
        return Sql.each(present, compute::createDisk)
                .chain(() -> compute.setDisks(
                        serverId, present.stream().map(Disk::storageId).toList()));
    }
}
