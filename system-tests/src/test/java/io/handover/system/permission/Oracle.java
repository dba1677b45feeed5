package io.handover.system.permission;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what, written down from UpCloud's documentation and ADR 18 as sets, without a thought for speed. It shares
 * nothing with the services.
 */
final class Oracle {

    private final Facts facts;

    Oracle(Facts facts) {
        this.facts = facts;
    }

    /**
     * A main account controls all it has; a member what it was granted, by itself, by tag, or by the server that has
     * it.
     */
    boolean controls(Who who, Thing thing) {
        if (thing.account() != who.account() || !facts.things.contains(thing)) {
            return false;
        }
        return who.isMain()
                || switch (thing.kind()) {
                    case SERVER -> grants(who).anyMatch(it -> reaches(it, thing));
                    case STORAGE ->
                        grants(who).anyMatch(it -> names(it, thing) || (it.storage() && reachesServerOf(it, thing)));
                    case TAG -> grants(who).anyMatch(it -> names(it, thing));
                };
    }

    /** What a list shows. */
    Set<?> of(Check.Look look) {
        Who by = look.by();
        return switch (look.view()) {
            case SERVERS, SERVERS_BY_PAGES -> seen(by, Kind.SERVER);
            case SERVERS_WITH_TAG ->
                carriedBy(look.tag()).filter(it -> controls(by, it)).collect(Collectors.toSet());
            case STORAGES, STORAGES_BY_PAGES -> seen(by, Kind.STORAGE);
            case TAGS -> Stream.concat(seen(by, Kind.TAG).stream(), seenOn(by)).collect(Collectors.toSet());
            case PERMISSIONS -> permissions(by);
        };
    }

    /** Of tags also those on servers that somebody controls. */
    private Set<Thing> seen(Who who, Kind kind) {
        return facts.things.stream()
                .filter(it -> it.kind() == kind)
                .filter(it -> controls(who, it) || carriedBy(it).anyMatch(server -> controls(who, server)))
                .collect(Collectors.toSet());
    }

    /** A tag is shown on the servers that somebody controls, and on no others. */
    private Stream<Carried> seenOn(Who who) {
        return facts.carried.stream().filter(it -> controls(who, it.server()));
    }

    /** A main account sees all permissions of its members, a member its own. */
    private Set<Permission> permissions(Who who) {
        return facts.permissions.stream()
                .filter(it -> it.member().account() == who.account())
                .filter(it -> who.isMain() || it.member().equals(who))
                .collect(Collectors.toSet());
    }

    Verdict of(Check.Question question) {
        Who by = question.by();
        Thing thing = question.thing();
        return switch (question.verb()) {
            case EXPLAIN -> explained(by, question.about(), thing);
            case READ ->
                thing.kind() == Kind.TAG
                        ? seen(by, Kind.TAG).contains(thing) ? Verdict.YES : Verdict.ABSENT
                        : one(by, thing);
            case CHANGE -> thing.kind() == Kind.TAG ? onlyMain(by, there(by, thing)) : one(by, thing);
            default -> one(by, thing);
        };
    }

    Verdict of(Step step) {
        Who by = step.by();
        return switch (step) {
            case Step.AddMember _ -> onlyMain(by, Verdict.YES);
            case Step.RemoveMember it -> onlyMain(by, there(by, it.member()));
            case Step.Make it -> it.thing().kind() == Kind.TAG ? onlyMain(by, Verdict.YES) : Verdict.YES;
            case Step.Delete it -> deleted(by, it.thing(), it.storages());
            case Step.Attach it -> first(one(by, it.server()), one(by, it.storage()));
            case Step.Detach it -> first(one(by, it.server()), detached(by, it.storage(), it.server()));
            case Step.Rename it -> onlyMain(by, there(by, it.tag()));
            case Step.Put it -> onlyMain(by, first(there(by, it.server()), there(by, it.tag())));
            case Step.Take it -> onlyMain(by, first(there(by, it.server()), there(by, it.tag())));
            case Step.Move it -> onlyMain(by, moved(by, it.tag(), it.servers()));
            case Step.Grant it -> onlyMain(by, granted(by, it.permission(), it.unchecked()));
            case Step.Replace it -> onlyMain(by, granted(by, it.permission(), false));
            case Step.Revoke it -> onlyMain(by, first(there(by, it.permission().member()), revoked(it.permission())));
            case Step.RevokeAllOf it -> onlyMain(by, there(by, it.member()));
            case Step.RevokeAllOn _ -> onlyMain(by, Verdict.YES);
            case Step.SetAccess it -> onlyMain(by, there(by, it.member()));
        };
    }

    private Verdict deleted(Who by, Thing thing, boolean storages) {
        if (thing.kind() == Kind.TAG) {
            return onlyMain(by, there(by, thing));
        }
        boolean hasOthers = storages
                && facts.attached.stream().anyMatch(it -> it.server().equals(thing) && !controls(by, it.storage()));
        return first(one(by, thing), hasOthers ? Verdict.FORBIDDEN : Verdict.YES);
    }

    private Verdict detached(Who by, Thing storage, Thing server) {
        return facts.attached.contains(new Attached(storage, server)) ? one(by, storage) : Verdict.YES;
    }

    private Verdict moved(Who by, Thing tag, Set<Thing> servers) {
        boolean isThere = servers.stream().allMatch(server -> there(by, server) == Verdict.YES);
        return first(there(by, tag), isThere ? Verdict.YES : Verdict.ABSENT);
    }

    private Verdict granted(Who by, Permission permission, boolean unchecked) {
        Thing target = permission.target();
        return first(there(by, permission.member()), unchecked || target.isAll() ? Verdict.YES : there(by, target));
    }

    private Verdict revoked(Permission permission) {
        return facts.permissions.stream()
                        .anyMatch(it -> it.member().equals(permission.member())
                                && it.target().equals(permission.target()))
                ? Verdict.YES
                : Verdict.ABSENT;
    }

    /** To a member, what it may not control does not exist there. */
    private Verdict explained(Who by, Who about, Thing thing) {
        if (!by.isMain()) {
            return !by.equals(about) ? Verdict.FORBIDDEN : controls(by, thing) ? Verdict.YES : Verdict.ABSENT;
        }
        return first(
                first(there(by, about), there(by, thing)), controls(about, thing) ? Verdict.YES : Verdict.FORBIDDEN);
    }

    private Verdict one(Who by, Thing thing) {
        return first(there(by, thing), controls(by, thing) ? Verdict.YES : Verdict.FORBIDDEN);
    }

    private Verdict there(Who by, Thing thing) {
        return thing.account() == by.account() && facts.things.contains(thing) ? Verdict.YES : Verdict.ABSENT;
    }

    private Verdict there(Who by, Who who) {
        return who.account() == by.account() && facts.isThere(who) ? Verdict.YES : Verdict.ABSENT;
    }

    private static Verdict onlyMain(Who by, Verdict otherwise) {
        return by.isMain() ? otherwise : Verdict.FORBIDDEN;
    }

    private static Verdict first(Verdict one, Verdict next) {
        return one == Verdict.YES ? next : one;
    }

    private Stream<Permission> grants(Who who) {
        return facts.permissions.stream().filter(it -> it.member().equals(who));
    }

    private Stream<Thing> carriedBy(Thing tag) {
        return facts.carried.stream().filter(it -> it.tag().equals(tag)).map(Carried::server);
    }

    private boolean reachesServerOf(Permission permission, Thing storage) {
        return facts.attached.stream()
                .filter(it -> it.storage().equals(storage))
                .anyMatch(it -> reaches(permission, it.server()));
    }

    private boolean reaches(Permission permission, Thing server) {
        return names(permission, server)
                || facts.carried.stream()
                        .filter(it -> it.server().equals(server))
                        .anyMatch(it -> names(permission, it.tag()));
    }

    private static boolean names(Permission permission, Thing thing) {
        Thing target = permission.target();
        return target.kind() == thing.kind() && (target.isAll() || target.equals(thing));
    }
}
