package io.handover.permission.member;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where the users of all workspaces are kept. */
@ApplicationScoped
public class UserRepository implements PanacheRepositoryBase<User, UUID> {

    UserRepository() {}

    /** Somebody who is known already stays as they are. */
    public Uni<Void> add(User user) {
        return findById(user.id())
                .chain(known -> known == null ? persist(user) : Uni.createFrom().item(known))
                .replaceWithVoid();
    }

    /** However the name is capitalised; 404 if there is none in this workspace. */
    public Uni<User> require(UUID accountId, String username) {
        return find("accountId = ?1 and lower(username) = lower(?2)", accountId, username)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> UserRefusals.unknown(username));
    }

    /** Null if there is none in this workspace. */
    public Uni<User> findMember(UUID accountId, UUID memberId) {
        return find("accountId = ?1 and userId = ?2 and userId <> accountId", accountId, memberId)
                .firstResult();
    }

    /** The names of some of a workspace's users; whoever has left has none. */
    public Uni<Map<UUID, String>> namesOf(UUID accountId, Collection<UUID> userIds) {
        return list("accountId = ?1 and userId in ?2", accountId, userIds)
                .map(users -> users.stream().collect(Collectors.toMap(User::id, User::username)));
    }

    /** A main account and all its members go. */
    public Uni<Void> deleteWorkspace(UUID accountId) {
        return delete("accountId", accountId).replaceWithVoid();
    }
}
