package io.handover.provisioning.group;

import io.handover.kit.ambient.Ids;
import io.handover.kit.caller.Caller;
import io.handover.kit.sql.Sql;
import io.handover.provisioning.server.Servers;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What callers do with groups. Members see them, with the servers they may control; the main account changes them. */
@ApplicationScoped
class ServerGroups {

    /** First byte of a group's id. */
    private static final int KIND = 0x0b;

    private final ServerGroupRepository groups;
    private final Servers servers;
    private final Ids ids;
    private final Clock clock;

    ServerGroups(ServerGroupRepository groups, Servers servers, Ids ids, Clock clock) {
        this.groups = groups;
        this.servers = servers;
        this.ids = ids;
        this.clock = clock;
    }

    @WithSession
    Uni<List<ServerGroupView>> list(Caller caller, List<String> labels) {
        return groups.list(caller.accountId(), labels)
                .chain(found -> groups.members(caller)
                        .map(members -> found.stream()
                                .map(group -> group.view(of(group, members)))
                                .toList()));
    }

    @WithSession
    Uni<ServerGroupView> details(Caller caller, UUID groupId) {
        return groups.find(groupId)
                .map(found -> found.filter(group -> group.accountId().equals(caller.accountId()))
                        .orElseThrow(() -> GroupRefusals.notFound(groupId)))
                .chain(group -> view(caller, group));
    }

    @WithTransaction
    Uni<ServerGroupView> create(Caller caller, SaveServerGroup.Fields wish) {
        refuseMember(caller);
        var group = new ServerGroup(caller.accountId(), ids.ofKind(KIND), wish, clock.instant());
        return groups.persist(group)
                .chain(() -> join(caller, group, wish.members().orElse(List.of())))
                .chain(() -> view(caller, group));
    }

    @WithTransaction
    Uni<ServerGroupView> change(Caller caller, UUID groupId, SaveServerGroup.Fields wish) {
        return own(caller, groupId)
                .invoke(group -> group.change(wish))
                .call(group -> wish.members()
                        .map(members -> servers.leaveAll(groupId).chain(() -> join(caller, group, members)))
                        .orElse(Uni.createFrom().voidItem()))
                .chain(group -> view(caller, group));
    }

    /** Its servers stay. */
    @WithTransaction
    Uni<Void> delete(Caller caller, UUID groupId) {
        return own(caller, groupId).chain(group -> servers.leaveAll(groupId).chain(() -> groups.remove(group)));
    }

    @WithTransaction
    Uni<Void> add(Caller caller, UUID groupId, String serverId) {
        return own(caller, groupId).chain(group -> servers.join(caller, serverId, groupId));
    }

    @WithTransaction
    Uni<Void> remove(Caller caller, UUID groupId, String serverId) {
        return own(caller, groupId)
                .chain(group -> servers.controlled(caller, serverId))
                .chain(id -> servers.leave(id, groupId).invoke(left -> {
                    if (!left) {
                        throw GroupRefusals.notAMember(id);
                    }
                }))
                .replaceWithVoid();
    }

    private Uni<Void> join(Caller caller, ServerGroup group, List<String> members) {
        return Sql.each(members, member -> servers.join(caller, member, group.id()));
    }

    /** The main account's, and nobody else's to change until the present transaction ends. */
    private Uni<ServerGroup> own(Caller caller, UUID groupId) {
        refuseMember(caller);
        return groups.lock(groupId)
                .map(found -> found.filter(group -> group.accountId().equals(caller.accountId()))
                        .orElseThrow(() -> GroupRefusals.notFound(groupId)));
    }

    private Uni<ServerGroupView> view(Caller caller, ServerGroup group) {
        return groups.members(caller).map(members -> group.view(of(group, members)));
    }

    private static List<Member> of(ServerGroup group, List<Member> members) {
        return members.stream()
                .filter(member -> member.groupId().equals(group.id()))
                .toList();
    }

    private static void refuseMember(Caller caller) {
        if (!caller.main()) {
            throw GroupRefusals.forbidden();
        }
    }
}
