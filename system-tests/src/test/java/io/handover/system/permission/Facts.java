package io.handover.system.permission;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a history has led to: who and what there is, what belongs together, and what was granted. Nothing is decided
 * here.
 */
final class Facts {

    final Set<Who> members = new HashSet<>();
    final Set<Thing> things = new HashSet<>();
    final Set<Carried> carried = new HashSet<>();
    final Set<Attached> attached = new HashSet<>();
    final Set<Permission> permissions = new HashSet<>();

    /** Whether somebody can ask at all. */
    boolean isThere(Who who) {
        return who.isMain() || members.contains(who);
    }

    /** A step succeeded. */
    void add(Step step) {
        switch (step) {
            case Step.AddMember it -> members.add(it.member());
            case Step.RemoveMember it -> {
                members.remove(it.member());
                permissions.removeIf(of(it.member()));
            }
            case Step.Make it -> make(it.by(), it.thing());
            case Step.Delete it -> delete(it.thing(), it.storages());
            case Step.Attach it -> attached.add(new Attached(it.storage(), it.server()));
            case Step.Detach it -> attached.remove(new Attached(it.storage(), it.server()));
            case Step.Rename it -> rename(it.tag(), it.to());
            case Step.Put it -> carried.add(new Carried(it.server(), it.tag()));
            case Step.Take it -> carried.remove(new Carried(it.server(), it.tag()));
            case Step.Move move -> {
                carried.removeIf(it -> it.tag().equals(move.tag()));
                move.servers().forEach(server -> carried.add(new Carried(server, move.tag())));
            }
            case Step.Grant it -> grant(it.permission());
            case Step.Revoke it -> permissions.removeIf(same(it.permission()));
            case Step.RevokeAllOf it -> permissions.removeIf(of(it.member()));
            case Step.RevokeAllOn it -> permissions.removeIf(on(it.target()));
            case Step.Replace it -> {
                permissions.removeIf(of(it.permission().member()));
                permissions.add(it.permission());
            }
            case Step.SetAccess access -> {
                permissions.removeIf(of(access.member()));
                access.permissions().stream().filter(it -> canBe(it.target())).forEach(permissions::add);
            }
        }
    }

    /** A list may name a tag that is to come; servers and storages that are gone are left out. */
    private boolean canBe(Thing target) {
        return target.isAll() || target.kind() == Kind.TAG || things.contains(target);
    }

    /** A new server has a disk. Who makes something controls it. */
    private void make(Who by, Thing thing) {
        Set<Thing> made = thing.kind() == Kind.SERVER ? Set.of(thing, thing.disk()) : Set.of(thing);
        things.addAll(made);
        if (thing.kind() == Kind.SERVER) {
            attached.add(new Attached(thing.disk(), thing));
        }
        if (!by.isMain()) {
            made.forEach(it -> permissions.add(new Permission(by, it, false)));
        }
    }

    private void delete(Thing thing, boolean storages) {
        Set<Thing> gone = Stream.concat(
                        Stream.of(thing),
                        attached.stream()
                                .filter(it -> storages && it.server().equals(thing))
                                .map(Attached::storage))
                .collect(Collectors.toSet());
        things.removeAll(gone);
        attached.removeIf(it -> gone.contains(it.server()) || gone.contains(it.storage()));
        carried.removeIf(it -> gone.contains(it.server()) || gone.contains(it.tag()));
        permissions.removeIf(it -> gone.contains(it.target()));
    }

    /** The same servers, the same people; who was granted the new name before has both. */
    private void rename(Thing tag, Thing to) {
        things.remove(tag);
        things.add(to);
        Set<Carried> before =
                carried.stream().filter(it -> it.tag().equals(tag)).collect(Collectors.toSet());
        carried.removeAll(before);
        before.forEach(it -> carried.add(new Carried(it.server(), to)));
        Set<Permission> moved = permissions.stream().filter(on(tag)).collect(Collectors.toSet());
        permissions.removeAll(moved);
        for (Permission old : moved) {
            boolean storage = old.storage() || permissions.contains(new Permission(old.member(), to, true));
            grant(new Permission(old.member(), to, storage));
        }
    }

    /** One for a member and a target. */
    private void grant(Permission permission) {
        permissions.removeIf(same(permission));
        permissions.add(permission);
    }

    private static Predicate<Permission> of(Who member) {
        return it -> it.member().equals(member);
    }

    private static Predicate<Permission> on(Thing target) {
        return it -> it.target().equals(target);
    }

    private static Predicate<Permission> same(Permission permission) {
        return of(permission.member()).and(on(permission.target()));
    }
}
