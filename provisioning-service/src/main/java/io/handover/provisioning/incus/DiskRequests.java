package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Disk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What Incus is told of disks, in its words. Pure. */
final class DiskRequests {

    private static final String TYPE = "type";
    private static final String COPY = "copy";

    private final IncusSettings settings;

    DiskRequests(IncusSettings settings) {
        this.settings = settings;
    }

    /** An instance that is nothing but a disk; it is not made before somebody says so. */
    Map<String, Object> instance(Disk disk, Map<String, Object> source, Map<String, Map<String, String>> others) {
        var devices = new HashMap<>(others);
        devices.put(Instance.ROOT, rootDevice(disk.sizeGib()));
        return Map.of(
                "name",
                Keys.disk(disk.storageId()),
                TYPE,
                settings.type(),
                "profiles",
                settings.profiles(),
                "source",
                source,
                "config",
                Map.of(Keys.STORAGE, disk.storageId().toString(), Keys.MADE, ""),
                "devices",
                devices);
    }

    Map<String, Object> emptyVolume(Disk disk) {
        return Map.of(
                "name", Keys.disk(disk.storageId()),
                "content_type", contentType(),
                "config", Map.of("size", Size.gib(disk.sizeGib()), Keys.MADE, Keys.YES));
    }

    Map<String, Object> copiedVolume(Disk disk, Place.Volume from) {
        return Map.of(
                "name", Keys.disk(disk.storageId()),
                "content_type", contentType(),
                "config", Map.of("size", Size.gib(disk.sizeGib())),
                "source", source(from));
    }

    /** Its content becomes that of another one; all else of it stays. */
    Map<String, Object> refreshed(Place.Volume volume, Place.Volume from) {
        return Map.of("name", volume.name(), "content_type", contentType(), "source", refreshing(source(from)));
    }

    Map<String, Object> refreshed(Instance instance, Instance from) {
        return Map.of(
                "name",
                instance.name(),
                TYPE,
                settings.type(),
                "architecture",
                instance.architecture(),
                "source",
                refreshing(source(from)));
    }

    static Map<String, Object> image(String alias) {
        return Map.of(TYPE, "image", "alias", alias);
    }

    static Map<String, Object> source(Instance instance) {
        return Map.of(TYPE, COPY, "source", instance.name(), "instance_only", true, "allow_inconsistent", true);
    }

    /** What a copy is not to have of its source. */
    static Map<String, Map<String, String>> without(Instance source) {
        Map<String, Map<String, String>> none = new HashMap<>();
        source.devices().keySet().forEach(name -> none.put(name, Map.of(TYPE, "none")));
        return none;
    }

    Map<String, String> rootDevice(int sizeGib) {
        return Map.of(TYPE, "disk", "path", "/", "pool", settings.pool(), "size", Size.gib(sizeGib));
    }

    /** How a machine has a volume; containers have it as a folder. */
    Map<String, String> device(UUID id, Place place) {
        if (place instanceof Place.Root) {
            throw new ComputeRefused("a machine boots from one disk only, and storage " + id + " is another one");
        }
        var device = new HashMap<>(Map.of(TYPE, "disk", "pool", settings.pool(), "source", Keys.disk(id)));
        if (!settings.isVirtualMachine()) {
            device.put("path", "/mnt/" + id);
        }
        return device;
    }

    /** Where the volumes of a zone are made; a group cannot be told to keep one. */
    String volumesPath(Disk disk) {
        return volumesPath(settings.target(disk.zone()).filter(target -> !target.startsWith("@")));
    }

    /** Where the volumes of a member are. */
    String volumesPath(Optional<String> member) {
        return volumesPath()
                + member.map(name -> "?target=" + IncusApi.encoded(name)).orElse("");
    }

    String volumePath(String name) {
        return volumesPath() + "/" + name;
    }

    private String volumesPath() {
        return "/storage-pools/" + settings.pool() + "/volumes/custom";
    }

    private Map<String, Object> source(Place.Volume volume) {
        return Map.of(
                TYPE,
                COPY,
                "name",
                volume.name(),
                "pool",
                settings.pool(),
                "location",
                volume.location().orElse(""),
                "volume_only",
                true);
    }

    private static Map<String, Object> refreshing(Map<String, Object> source) {
        var refreshing = new HashMap<>(source);
        refreshing.put("refresh", true);
        return refreshing;
    }

    private String contentType() {
        return settings.isVirtualMachine() ? "block" : "filesystem";
    }
}
