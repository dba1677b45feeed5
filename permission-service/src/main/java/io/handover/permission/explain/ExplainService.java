package io.handover.permission.explain;

import io.handover.kit.caller.Caller;
import io.handover.permission.grant.Grant;
import io.handover.permission.grant.Permissions;
import io.handover.permission.member.User;
import io.handover.permission.member.UserRepository;
import io.handover.permission.target.Standing;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetRefusals;
import io.handover.permission.target.Targets;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class ExplainService {

    private final UserRepository users;
    private final Targets targets;
    private final Permissions permissions;

    ExplainService(UserRepository users, Targets targets, Permissions permissions) {
        this.users = users;
        this.targets = targets;
        this.permissions = permissions;
    }

    /** To a member, what it may not control does not exist. */
    @WithSession
    Uni<ExplanationView> explain(Caller caller, String username, Target target) {
        if (!caller.main() && !caller.username().equalsIgnoreCase(username)) {
            throw ExplainRefusals.onlyItself();
        }
        return users.require(caller.accountId(), username)
                .call(() -> requireTarget(caller, target))
                .chain(user -> explain(user, target))
                .invoke(explanation -> {
                    if (!caller.main() && !explanation.allowed()) {
                        throw TargetRefusals.notFound(target);
                    }
                });
    }

    private Uni<ExplanationView> explain(User user, Target target) {
        if (user.isMain()) {
            return Uni.createFrom().item(ExplanationView.of(user, target, new Verdict.MainAccount(), Map.of()));
        }
        return permissions
                .grantsOf(user.id())
                .chain(grants -> servers(user, target)
                        .map(servers -> Verdict.of(target, servers, grants))
                        .chain(verdict ->
                                granters(user, grants).map(names -> ExplanationView.of(user, target, verdict, names))));
    }

    private Uni<Void> requireTarget(Caller caller, Target target) {
        return targets.standing(caller.accountId(), target)
                .invoke(standing -> {
                    if (target.type().isTold() && standing != Standing.PRESENT) {
                        throw TargetRefusals.notFound(target);
                    }
                })
                .replaceWithVoid();
    }

    /** With their tags: the target, if it is one server; those that have it, if it is one storage. */
    private Uni<Map<Target, List<String>>> servers(User user, Target target) {
        if (target.isAll()) {
            return Uni.createFrom().item(Map.of());
        }
        return switch (target.type()) {
            case SERVER -> targets.tagsOf(user.accountId(), target).map(tags -> Map.of(target, tags));
            case STORAGE -> targets.serversWith(user.accountId(), target);
            default -> Uni.createFrom().item(Map.of());
        };
    }

    private Uni<Map<UUID, String>> granters(User user, List<Grant> grants) {
        Set<UUID> granters = grants.stream().map(Grant::grantedBy).collect(Collectors.toSet());
        return users.namesOf(user.accountId(), granters);
    }
}
