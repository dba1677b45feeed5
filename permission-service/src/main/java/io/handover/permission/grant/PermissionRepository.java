package io.handover.permission.grant;

import io.handover.permission.member.User;
import io.handover.permission.target.Target;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PermissionRepository implements PanacheRepositoryBase<Permission, UUID> {

    /** Null if there is none. */
    Uni<Permission> findOf(UUID userId, Target target) {
        return find(
                        "userId = ?1 and targetType = ?2 and targetIdentifier = ?3",
                        userId,
                        target.type().wire(),
                        target.identifier())
                .firstResult();
    }

    Uni<Long> countOthers(User user, Target target) {
        return count(
                "accountId = ?1 and not (userId = ?2 and targetType = ?3 and targetIdentifier = ?4)",
                user.accountId(),
                user.id(),
                target.type().wire(),
                target.identifier());
    }

    /** Those of the other members of the workspace. */
    Uni<Long> countOfOthers(User user) {
        return count("accountId = ?1 and userId <> ?2", user.accountId(), user.id());
    }

    /** In the order they were granted. */
    Uni<List<Permission>> listIn(UUID accountId) {
        return list("accountId = ?1 order by permissionId", accountId);
    }

    Uni<List<Permission>> listOf(UUID userId) {
        return list("userId = ?1 order by permissionId", userId);
    }

    Uni<List<Permission>> listOn(UUID accountId, Target target) {
        return list(
                "accountId = ?1 and targetType = ?2 and targetIdentifier = ?3 order by permissionId",
                accountId,
                target.type().wire(),
                target.identifier());
    }
}
