package io.handover.provisioning.incus;

import io.handover.provisioning.compute.ComputeRefused;
import io.handover.provisioning.compute.Machine;
import io.handover.provisioning.compute.MachineSpec;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Machines: the instance of a boot disk becomes one, and a disk again when the machine is removed. */
final class Machines {

    private final Instances instances;
    private final Disks disks;
    private final Addresses addresses;
    private final RootLogin login;
    private final Power power;
    private final Removals removals;
    private final IncusSettings settings;

    Machines(
            Instances instances,
            Disks disks,
            Addresses addresses,
            RootLogin login,
            Power power,
            Removals removals,
            IncusSettings settings) {
        this.instances = instances;
        this.disks = disks;
        this.addresses = addresses;
        this.login = login;
        this.power = power;
        this.removals = removals;
        this.settings = settings;
    }

    /** Makes one, or goes on where somebody stopped; one that was removed meanwhile goes again. */
    Uni<Machine> create(MachineSpec spec) {
        UUID server = spec.serverId();
        return instances
                .find(Keys.machine(server))
                .chain(found -> found.map(there -> Uni.createFrom().item(there)).orElseGet(() -> become(spec)))
                .chain(instance -> instance.is(Keys.READY) ? Uni.createFrom().item(instance) : makeAnew(instance, spec))
                .call(() -> removals.has(server)
                        .chain(removed -> removed
                                ? delete(server).chain(() -> removals.refuse(server))
                                : Uni.createFrom().voidItem()))
                .map(this::view);
    }

    /** As it is; one that is being made has no address yet, and is none. */
    Uni<Optional<Machine>> find(UUID server) {
        return instances
                .find(Keys.machine(server))
                .chain(found -> found.filter(
                                instance -> instance.noted(Keys.ADDRESS).isPresent())
                        .map(instance -> power.goOn(instance).map(this::view).map(Optional::of))
                        .orElse(Uni.createFrom().item(Optional.empty())));
    }

    Machine view(Instance instance) {
        return new Machine(instance.running(), instance.address(), settings.portOfAccess());
    }

    Uni<Void> setDisks(UUID server, List<UUID> ids) {
        return present(server)
                .chain(machine -> disks.root(ids).chain(root -> {
                    Optional<UUID> wanted = keeps(machine, ids) ? machine.storage() : root.flatMap(Instance::storage);
                    return wanted.equals(machine.storage())
                            ? disks.devices(ids, wanted).chain(others -> equip(machine, others))
                            : swap(server, machine, root).chain(() -> setDisks(server, ids));
                }));
    }

    Uni<Void> resize(UUID server, int cores, int memoryMib) {
        Map<String, String> size = size(cores, memoryMib);
        return instances.machine(server).chain(machine -> {
            if (machine.config().entrySet().containsAll(size.entrySet())) {
                return Uni.createFrom().voidItem();
            }
            if (machine.powered()) {
                throw new ComputeRefused("a machine that runs keeps its size");
            }
            return instances.note(machine.name(), size);
        });
    }

    /** The id is noted down first: whoever is slower with an older one finds it. */
    Uni<Void> setRootPassword(UUID server, UUID passwordId, String hash) {
        return instances.machine(server).chain(machine -> {
            if (machine.noted(Keys.PASSWORD)
                    .filter(last -> last.compareTo(passwordId.toString()) > 0)
                    .isPresent()) {
                throw new ComputeRefused("a later password was set");
            }
            return instances
                    .note(machine.name(), Map.of(Keys.PASSWORD, passwordId.toString()))
                    .chain(() -> login.setPassword(machine.name(), hash));
        });
    }

    /** One that cannot be told keeps nobody from telling the others. */
    Uni<Void> showTags(Map<UUID, List<String>> tags) {
        return instances
                .all()
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUni(instance -> Keys.server(instance.name())
                                .map(server ->
                                        showTags(instance, String.join(",", tags.getOrDefault(server, List.of()))))
                                .orElse(Uni.createFrom().voidItem()))
                        .collectFailures()
                        .concatenate()
                        .onItem()
                        .ignoreAsUni());
    }

    Uni<Void> delete(UUID server) {
        return removals.add(server)
                .chain(() -> instances.find(Keys.machine(server)))
                .chain(found -> found.map(machine -> off(machine).chain(() -> leave(machine)))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private Uni<Void> showTags(Instance machine, String tags) {
        return machine.noted(Keys.TAGS).orElse("").equals(tags)
                ? Uni.createFrom().voidItem()
                : instances.note(machine.name(), Map.of(Keys.TAGS, tags));
    }

    /** The first of the disks with an operating system. */
    private Uni<Instance> become(MachineSpec spec) {
        String name = Keys.machine(spec.serverId());
        return removals.refuse(spec.serverId())
                .chain(() -> disks.root(spec.disks()))
                .map(root -> root.orElseThrow(() -> new ComputeRefused("no disk has an operating system")))
                .chain(root -> free(root).chain(() -> instances.rename(root.name(), name)))
                .chain(() -> instances.machine(spec.serverId()));
    }

    private static Uni<Void> free(Instance root) {
        return Keys.server(root.name()).isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(IncusFailure.underWay("the machine that has the disk, " + root.name() + ","));
    }

    /** One that runs already was left so while it was being made: nobody knows whether it can be reached. */
    private Uni<Instance> makeAnew(Instance instance, MachineSpec spec) {
        return off(instance).chain(() -> instances.machine(spec.serverId())).chain(stopped -> make(stopped, spec));
    }

    /** The guest has what root logs in with before anybody can reach it. */
    private Uni<Instance> make(Instance instance, MachineSpec spec) {
        return disks.devices(spec.disks(), instance.storage())
                .chain(others -> configure(instance, spec, others, instance.noted(Keys.ADDRESS), Optional.empty()))
                .chain(() -> instances.machine(spec.serverId()))
                .chain(configured -> settings.isVirtualMachine()
                        ? preparedRunning(configured, spec)
                        : login.prepare(configured, spec).chain(() -> power.up(configured)))
                .call(made -> instances.note(made.name(), Map.of(Keys.READY, Keys.YES, Keys.SERVED, Keys.YES)))
                .chain(() -> instances.machine(spec.serverId()));
    }

    /** The files of a virtual machine can be reached only while it runs; nobody else reaches it meanwhile. */
    private Uni<Instance> preparedRunning(Instance machine, MachineSpec spec) {
        return power.up(machine)
                .chain(() -> login.prepare(machine, spec))
                .chain(() -> instances.attach(machine.name(), Map.of(), addresses.device(machine.address())))
                .replaceWith(machine);
    }

    private Uni<Void> configure(
            Instance instance,
            MachineSpec spec,
            Map<String, Map<String, String>> others,
            Optional<String> address,
            Optional<String> taken) {
        UUID server = spec.serverId();
        return address.map(known -> Uni.createFrom().item(known))
                .orElseGet(() -> addresses.free(server, taken))
                .chain(given -> configure(instance, spec, others, given)
                        .onFailure(failure -> failure instanceof IncusFailure answer && answer.isAddressTaken())
                        .recoverWithUni(() -> configure(instance, spec, others, Optional.empty(), Optional.of(given))));
    }

    private Uni<Void> configure(
            Instance instance, MachineSpec spec, Map<String, Map<String, String>> others, String address) {
        var devices = new HashMap<>(others);
        devices.put(Instance.ROOT, instance.root());
        if (!settings.isVirtualMachine()) {
            devices.putAll(addresses.device(address));
        }
        return instances.rewrite(
                instance,
                config -> {
                    config.putAll(size(spec.cores(), spec.memoryMib()));
                    config.put(Keys.SERVER, spec.serverId().toString());
                    config.put(Keys.ADDRESS, address);
                },
                devices);
    }

    private Uni<Void> equip(Instance machine, Map<String, Map<String, String>> others) {
        var devices = new HashMap<>(others);
        devices.put(Instance.ROOT, machine.root());
        devices.putAll(addresses.device(machine.address()));
        return instances.rewrite(machine, config -> {}, devices);
    }

    private static boolean keeps(Instance machine, List<UUID> ids) {
        return machine.storage().filter(ids::contains).isPresent();
    }

    /** One whose root was being changed when its changer died goes by another name. */
    private Uni<Instance> present(UUID server) {
        String name = Keys.machine(server);
        return instances
                .find(name)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().voidItem()
                        : instances
                                .named(Keys.SERVER, server.toString())
                                .chain(other -> other.map(successor -> instances.rename(successor, name))
                                        .orElse(Uni.createFrom().voidItem())))
                .chain(() -> instances.machine(server));
    }

    /** Another root, or none: what the machine is is noted down at its successor before the old one is parked. */
    private Uni<Void> swap(UUID server, Instance machine, Optional<Instance> root) {
        if (machine.powered()) {
            return Uni.createFrom().failure(IncusFailure.underWay("the machine that boots from the disk"));
        }
        Map<String, String> noted = new HashMap<>(machine.config());
        noted.keySet().retainAll(Keys.OF_MACHINE);
        Uni<String> successor = root.map(other -> free(other)
                        .chain(() -> instances.note(other.name(), noted))
                        .replaceWith(other.name()))
                .orElseGet(() -> hollow(server, machine, noted));
        return successor.chain(name -> leave(machine).chain(() -> instances.rename(name, Keys.machine(server))));
    }

    /** A machine without a root. */
    private Uni<String> hollow(UUID server, Instance machine, Map<String, String> noted) {
        String name = "hollow-" + server;
        return instances
                .find(name)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().voidItem()
                        : instances.create(
                                Map.of(
                                        "name", name,
                                        "type", settings.type(),
                                        "profiles", settings.profiles(),
                                        "source", Map.of("type", "none"),
                                        "config", noted,
                                        "devices", Map.of(Instance.ROOT, machine.root())),
                                Optional.empty()))
                .replaceWith(name);
    }

    private Uni<Void> off(Instance machine) {
        return machine.powered()
                ? instances.unplug(machine.name())
                : Uni.createFrom().voidItem();
    }

    /** Its root is a disk again, unless that was removed before. */
    private Uni<Void> leave(Instance machine) {
        return machine.storage()
                .map(storage -> removals.has(storage)
                        .chain(removed -> removed
                                ? instances.delete(machine.name())
                                : instances
                                        .find(machine.name())
                                        .chain(now -> disks.park(now.orElseThrow(), machine.sizeGib()))
                                        .chain(() -> instances.rename(machine.name(), Keys.disk(storage)))))
                .orElseGet(() -> instances.delete(machine.name()));
    }

    private static Map<String, String> size(int cores, int memoryMib) {
        return Map.of(Keys.CPU, Integer.toString(cores), Keys.MEMORY, Size.mib(memoryMib));
    }
}
