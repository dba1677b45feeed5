package io.handover.identity.member;

import io.handover.events.Topics;
import io.handover.identity.account.AccountRefusals;
import io.handover.identity.account.User;
import io.handover.identity.account.UserDetails;
import io.handover.identity.account.UserRepository;
import io.handover.identity.account.Users;
import io.handover.kit.ambient.Ids;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.version.AccountVersions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class MemberService {

    private final Users users;
    private final UserRepository stored;
    private final Leaving leaving;
    private final AppliedAccess applied;
    private final AccountVersions versions;
    private final Outbox outbox;
    private final Ids ids;

    MemberService(
            Users users,
            UserRepository stored,
            Leaving leaving,
            AppliedAccess applied,
            AccountVersions versions,
            Outbox outbox,
            Ids ids) {
        this.users = users;
        this.stored = stored;
        this.leaving = leaving;
        this.applied = applied;
        this.versions = versions;
        this.outbox = outbox;
        this.ids = ids;
    }

    Uni<Void> add(Caller caller, UserDetails given) {
        refuseMember(caller);
        WantedAccess access = WantedAccess.of(given.refuseUnknown());
        if (access.isEmpty()) {
            return users.addMember(
                            caller.accountId(),
                            given,
                            member -> Uni.createFrom().voidItem())
                    .replaceWithVoid();
        }
        UUID request = ids.timeOrdered();
        return users.addMember(caller.accountId(), given, member -> say(access, member, request, caller))
                .chain(() -> awaitForce(caller, request));
    }

    Uni<Void> change(Caller caller, String username, UserDetails given) {
        refuseMember(caller);
        refuseMainAccount(caller, username);
        WantedAccess access = WantedAccess.of(given.refuseUnknown());
        if (access.isAbsent()) {
            return users.change(caller.accountId(), username, given);
        }
        UUID request = ids.timeOrdered();
        return users.change(caller.accountId(), username, given, member -> say(access, member, request, caller))
                .chain(() -> awaitForce(caller, request));
    }

    @WithTransaction
    Uni<Void> remove(Caller caller, String username) {
        refuseMember(caller);
        refuseMainAccount(caller, username);
        return stored.findInWorkspace(caller.accountId(), username)
                .onItem()
                .ifNull()
                .failWith(() -> AccountRefusals.unknownUser(username))
                .chain(leaving::leave);
    }

    /** Here, and with the next request at every other service, which learns from the answer what to wait for. */
    private Uni<Void> awaitForce(Caller caller, UUID request) {
        return applied.await(request)
                .chain(() ->
                        Panache.withSession(() -> versions.tell(caller.accountId(), Topics.PERMISSION_PERMISSION)));
    }

    private Uni<Void> say(WantedAccess access, User member, UUID request, Caller caller) {
        return outbox.record(Topics.IDENTITY_ACCOUNT, access.setFor(member, request, caller.userId()));
    }

    private static void refuseMember(Caller caller) {
        if (!caller.main()) {
            throw AccountRefusals.mainOnly();
        }
    }

    /** The main account is no member of its own. */
    private static void refuseMainAccount(Caller caller, String username) {
        if (caller.username().equalsIgnoreCase(username)) {
            throw AccountRefusals.unknownUser(username);
        }
    }
}
