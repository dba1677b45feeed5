package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Disk;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Disks, wherever they are kept. */
final class Disks {

    private final IncusApi incus;
    private final Instances instances;
    private final Removals removals;
    private final IncusSettings settings;
    private final DiskRequests requests;
    private final Clock clock;

    Disks(IncusApi incus, Instances instances, Removals removals, IncusSettings settings, Clock clock) {
        this.incus = incus;
        this.instances = instances;
        this.removals = removals;
        this.settings = settings;
        this.requests = new DiskRequests(settings);
        this.clock = clock;
    }

    /** Makes one, unless it is there. One that was removed meanwhile goes again: its removal may have missed it. */
    Uni<Void> create(Disk disk) {
        UUID id = disk.storageId();
        return removals.refuse(id)
                .chain(() -> find(id))
                .chain(found -> found.map(place -> finished(place, disk)).orElseGet(() -> make(disk)))
                .chain(() -> removals.has(id))
                .chain(removed -> removed
                        ? delete(id).chain(() -> removals.refuse(id))
                        : Uni.createFrom().voidItem());
    }

    /** Where a disk is; empty when there is none. */
    Uni<Optional<Place>> find(UUID id) {
        return instances
                .find(Keys.disk(id))
                .chain(parked -> parked.isPresent()
                        ? Uni.createFrom().item(parked.map(Place.Root::new))
                        : volume(id)
                                .chain(volume -> volume.isPresent()
                                        ? Uni.createFrom().item(volume.map(there -> there))
                                        : root(id)));
    }

    /** Where it is; refused when it is not, or not whole. */
    Uni<Place> known(UUID id) {
        return find(id).map(found ->
                found.filter(Place::made).orElseThrow(() -> new ComputeRefused("there is no disk of storage " + id)));
    }

    Uni<Void> grow(UUID id, int sizeGib) {
        return known(id).chain(place -> {
            if (place.sizeGib() > sizeGib) {
                throw new ComputeRefused("a disk of " + place.sizeGib() + " GiB does not shrink");
            }
            return place.sizeGib() == sizeGib ? Uni.createFrom().voidItem() : resize(place, sizeGib);
        });
    }

    /** Its content becomes that of another one, in place. */
    Uni<Void> restore(UUID id, UUID backupId) {
        return known(id).chain(place -> known(backupId).chain(backup -> refresh(place, backup)));
    }

    /** Removes one, if it is there; one of a machine goes with it. */
    Uni<Void> delete(UUID id) {
        return removals.add(id)
                .chain(() -> find(id))
                .chain(found -> found.map(this::remove).orElse(Uni.createFrom().voidItem()));
    }

    /** The devices that a machine has its disks by, without its root; refused when one is missing. */
    Uni<Map<String, Map<String, String>>> devices(List<UUID> ids, Optional<UUID> root) {
        Uni<Map<String, Map<String, String>>> devices = Uni.createFrom().item(new HashMap<>());
        for (UUID id : ids) {
            if (!root.equals(Optional.of(id))) {
                devices = devices.chain(before -> known(id)
                        .invoke(place -> before.put(Keys.disk(id), requests.device(id, place)))
                        .replaceWith(before));
            }
        }
        return devices;
    }

    /** The first of some that has an operating system, to be the root of a server's machine; empty when none has. */
    Uni<Optional<Instance>> root(List<UUID> ids) {
        Uni<Optional<Instance>> first = Uni.createFrom().item(Optional.empty());
        for (UUID id : ids) {
            first = first.chain(before -> before.isPresent()
                    ? Uni.createFrom().item(before)
                    : known(id)
                            .map(place -> place instanceof Place.Root(Instance instance)
                                    ? Optional.of(instance)
                                    : Optional.empty()));
        }
        return first;
    }

    private Uni<Optional<Place>> volume(UUID id) {
        return incus.find(requests.volumePath(Keys.disk(id))).map(found -> found.map(Place.Volume::of));
    }

    private Uni<Optional<Place>> root(UUID id) {
        return instances
                .named(Keys.STORAGE, id.toString())
                .chain(name -> name.map(instances::find).orElse(Uni.createFrom().item(Optional.empty())))
                .map(found -> found.map(Place.Root::new));
    }

    /** One that is not whole was left so when its maker died, or is being made still; which, is known after a while. */
    private Uni<Void> finished(Place place, Disk disk) {
        if (place.made()) {
            return Uni.createFrom().voidItem();
        }
        if (place.createdAt().plus(settings.longest()).isAfter(clock.instant())) {
            return Uni.createFrom().failure(IncusFailure.underWay("disk " + disk.storageId()));
        }
        return remove(place).chain(() -> make(disk));
    }

    private Uni<Void> make(Disk disk) {
        UUID source = disk.source();
        return source == null
                ? empty(disk)
                : find(source)
                        .chain(found -> found.map(place -> copy(disk, place)).orElseGet(() -> install(disk, source)));
    }

    private Uni<Void> empty(Disk disk) {
        return incus.change("POST", requests.volumesPath(disk), requests.emptyVolume(disk));
    }

    /** From an image. */
    private Uni<Void> install(Disk disk, UUID template) {
        String alias = settings.image(template);
        return incus.find("/images/aliases/" + IncusApi.encoded(alias)).chain(found -> {
            if (found.isEmpty()) {
                throw new ComputeRefused("there is no image " + alias);
            }
            return instances
                    .create(requests.instance(disk, DiskRequests.image(alias), Map.of()), settings.target(disk.zone()))
                    .chain(() -> instances.note(Keys.disk(disk.storageId()), Map.of(Keys.MADE, Keys.YES)));
        });
    }

    private Uni<Void> copy(Disk disk, Place source) {
        if (!source.made()) {
            return Uni.createFrom().failure(IncusFailure.underWay("the source of disk " + disk.storageId()));
        }
        if (source.sizeGib() > disk.sizeGib()) {
            throw new ComputeRefused("a copy of " + source.sizeGib() + " GiB does not fit");
        }
        return switch (source) {
            case Place.Volume volume ->
                incus.change("POST", requests.volumesPath(disk), requests.copiedVolume(disk, volume))
                        .chain(() -> note(Keys.disk(disk.storageId()), Map.of(Keys.MADE, Keys.YES)));
            case Place.Root(Instance instance) ->
                instances
                        .create(
                                requests.instance(disk, DiskRequests.source(instance), DiskRequests.without(instance)),
                                settings.target(disk.zone()))
                        .chain(() -> instances.find(Keys.disk(disk.storageId())))
                        .chain(made -> park(made.orElseThrow(), disk.sizeGib()));
        };
    }

    /** An instance that is no machine any more: all that is left of it is its root. */
    Uni<Void> park(Instance instance, int sizeGib) {
        return instances.rewrite(
                instance,
                config -> {
                    Keys.OF_MACHINE.forEach(config::remove);
                    config.put(Keys.MADE, Keys.YES);
                },
                Map.of(Instance.ROOT, requests.rootDevice(sizeGib)));
    }

    private Uni<Void> resize(Place place, int sizeGib) {
        return switch (place) {
            case Place.Volume volume -> note(volume.name(), Map.of("size", Size.gib(sizeGib)));
            case Place.Root(Instance instance) ->
                instances.attach(instance.name(), Map.of(), Map.of(Instance.ROOT, requests.rootDevice(sizeGib)));
        };
    }

    private Uni<Void> note(String volume, Map<String, String> config) {
        return incus.change("PATCH", requests.volumePath(volume), Map.of("config", config));
    }

    private Uni<Void> refresh(Place place, Place backup) {
        return switch (place) {
            case Place.Volume volume
            when backup instanceof Place.Volume from ->
                incus.change("POST", requests.volumesPath(volume.location()), requests.refreshed(volume, from));
            case Place.Root(Instance instance)
            when backup instanceof Place.Root(Instance from) ->
                instances.create(requests.refreshed(instance, from), instance.location());
            case Place other -> throw new ComputeRefused("the backup is of another kind than the disk");
        };
    }

    private Uni<Void> remove(Place place) {
        return switch (place) {
            case Place.Volume volume -> incus.delete(requests.volumePath(volume.name()));
            case Place.Root root ->
                root.server().isPresent()
                        ? Uni.createFrom()
                                .failure(IncusFailure.underWay(
                                        "the removal of " + root.instance().name()))
                        : instances.delete(root.instance().name());
        };
    }
}
