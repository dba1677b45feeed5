package io.handover.system.permission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is tried, drawn from a seed alone: the same seed is the same history, whatever is answered. */
final class Draw {

    static final int ACCOUNTS = 2;
    private static final int MEMBERS = 4;
    private static final int SERVERS = 8;
    private static final int STORAGES = 56;
    private static final int TAGS = 10;
    private static final int LINKS = 120;
    private static final List<Kind> KINDS = List.of(Kind.values());

    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Everybody who can be there. */
    List<Who> everybody() {
        return IntStream.range(0, ACCOUNTS)
                .boxed()
                .flatMap(account -> IntStream.rangeClosed(0, MEMBERS).mapToObj(number -> new Who(account, number)))
                .toList();
    }

    /** Members, things, and something to begin with. */
    List<Step> beginning() {
        List<Step> steps = new ArrayList<>();
        for (int account = 0; account < ACCOUNTS; account++) {
            Who main = Who.mainOf(account);
            for (int member = 1; member <= MEMBERS; member++) {
                steps.add(new Step.AddMember(main, new Who(account, member)));
            }
            for (int server = 0; server < SERVERS; server++) {
                steps.add(new Step.Make(anybody(account), new Thing(Kind.SERVER, account, server)));
            }
            for (int storage = SERVERS; storage < STORAGES; storage++) {
                steps.add(new Step.Make(anybody(account), new Thing(Kind.STORAGE, account, storage)));
            }
            for (int tag = 0; tag < TAGS; tag++) {
                steps.add(new Step.Make(main, new Thing(Kind.TAG, account, tag)));
            }
        }
        for (int link = 0; link < LINKS; link++) {
            int account = random.nextInt(ACCOUNTS);
            steps.add(link(Who.mainOf(account), random.nextInt(100)));
        }
        return steps;
    }

    /** Mostly the main account's, so that something changes. */
    Step step() {
        int account = random.nextInt(ACCOUNTS);
        return step(random.nextInt(10) < 6 ? Who.mainOf(account) : anybody(account));
    }

    /** Anybody's. */
    Check.Attempt attempt() {
        return new Check.Attempt(step(anybody()));
    }

    Check.Question question() {
        Who by = anybody();
        Kind kind = one(KINDS);
        Verb verb = one(Verb.of(kind));
        Who about = by.isMain() || random.nextInt(10) == 0 ? someoneNear(by.account()) : by;
        return new Check.Question(by, verb, thing(kind, by.account()), about);
    }

    /** All lists of somebody, some of them in one of several ways. */
    List<Check.Look> looks(Who by) {
        Thing tag = own(Kind.TAG, by.account());
        return List.of(
                new Check.Look(by, random.nextBoolean() ? Check.View.SERVERS : Check.View.SERVERS_BY_PAGES, tag),
                new Check.Look(by, Check.View.SERVERS_WITH_TAG, tag),
                new Check.Look(by, random.nextBoolean() ? Check.View.STORAGES : Check.View.STORAGES_BY_PAGES, tag),
                new Check.Look(by, Check.View.TAGS, tag),
                new Check.Look(by, Check.View.PERMISSIONS, tag));
    }

    private Step step(Who by) {
        int account = by.account();
        int drawn = random.nextInt(140);
        if (drawn < 100) {
            return link(by, drawn);
        }
        return switch (drawn - 100) {
            case 0, 1, 2, 3, 4, 5, 6 -> new Step.Make(by, own(Kind.TAG, account));
            case 7, 8 -> new Step.Delete(by, own(Kind.TAG, account), false);
            case 9, 10, 11, 12 -> new Step.Rename(by, own(Kind.TAG, account), own(Kind.TAG, account));
            case 13, 14, 15, 16, 17, 18, 19 ->
                new Step.Make(by, new Thing(Kind.STORAGE, account, random.nextInt(SERVERS, STORAGES)));
            case 20, 21, 22 -> new Step.Delete(by, thing(Kind.STORAGE, account), false);
            case 23, 24, 25, 26, 27 -> new Step.Make(by, own(Kind.SERVER, account));
            case 28, 29 -> new Step.Delete(by, thing(Kind.SERVER, account), random.nextBoolean());
            case 30, 31, 32, 33 -> new Step.AddMember(by, member(account));
            case 34 -> new Step.RemoveMember(by, member(account));
            case 35 -> new Step.Replace(by, permission(account));
            case 36 -> new Step.RevokeAllOf(by, memberNear(account));
            case 37 -> new Step.RevokeAllOn(by, target(account));
            default -> setAccess(by);
        };
    }

    /** Joins or parts what is there. */
    private Step link(Who by, int drawn) {
        int account = by.account();
        if (drawn < 34) {
            return grant(by);
        }
        if (drawn < 50) {
            return new Step.Revoke(by, permission(account));
        }
        if (drawn < 68) {
            return new Step.Put(by, own(Kind.TAG, account), thing(Kind.SERVER, account));
        }
        if (drawn < 78) {
            return new Step.Take(by, own(Kind.TAG, account), thing(Kind.SERVER, account));
        }
        if (drawn < 82) {
            return new Step.Move(by, own(Kind.TAG, account), servers(account));
        }
        Thing storage = thing(Kind.STORAGE, account);
        Thing server = thing(Kind.SERVER, account);
        return drawn < 93 ? new Step.Attach(by, storage, server) : new Step.Detach(by, storage, server);
    }

    private Step grant(Who by) {
        Permission permission = permission(by.account());
        return new Step.Grant(by, permission, permission.target().kind() == Kind.TAG && random.nextBoolean());
    }

    private Step setAccess(Who by) {
        Who member = memberNear(by.account());
        Map<Thing, Permission> wanted = new HashMap<>();
        for (int many = random.nextInt(4); many > 0; many--) {
            Permission permission = permission(by.account());
            wanted.put(permission.target(), new Permission(member, permission.target(), permission.storage()));
        }
        return new Step.SetAccess(by, member, Set.copyOf(wanted.values()));
    }

    private Permission permission(int account) {
        Thing target = target(account);
        return new Permission(memberNear(account), target, target.kind() != Kind.STORAGE && random.nextBoolean());
    }

    private Thing target(int account) {
        Kind kind = one(KINDS);
        return random.nextInt(12) == 0 ? new Thing(kind, account, Thing.ALL) : own(kind, account);
    }

    private Set<Thing> servers(int account) {
        Set<Thing> servers = new HashSet<>();
        for (int many = random.nextInt(4); many > 0; many--) {
            servers.add(own(Kind.SERVER, account));
        }
        return servers;
    }

    private Who anybody() {
        return anybody(random.nextInt(ACCOUNTS));
    }

    private Who anybody(int account) {
        return new Who(account, random.nextInt(MEMBERS + 1));
    }

    private Who member(int account) {
        return new Who(account, random.nextInt(1, MEMBERS + 1));
    }

    /** Seldom another account's. */
    private Who memberNear(int account) {
        return member(near(account));
    }

    private Who someoneNear(int account) {
        return anybody(near(account));
    }

    /** Seldom another account's; a tag's name is everybody's. */
    private Thing thing(Kind kind, int account) {
        return own(kind, kind == Kind.TAG ? account : near(account));
    }

    private Thing own(Kind kind, int account) {
        int places = switch (kind) {
            case SERVER -> SERVERS;
            case STORAGE -> STORAGES;
            case TAG -> TAGS;
        };
        return new Thing(kind, account, random.nextInt(places));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int near(int account) {
        return random.nextInt(16) == 0 ? random.nextInt(ACCOUNTS) : account;
    }
}
