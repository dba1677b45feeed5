package io.handover.permission.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.handover.permission.grant.Grant;
import io.handover.permission.member.User;
import io.handover.permission.target.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an explanation looks like.
 *
 * @param explanation for people
 * @param permissions what allows it; each alone is enough
 * @param missing what would allow it; each alone would be enough
 * @param ifAttached what allows it while the storage is attached to one of these servers
 */
record ExplanationView(
        String user,
        String targetType,
        String targetIdentifier,
        boolean allowed,
        String explanation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Permission> permissions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Missing> missing,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Permission> ifAttached) {

    /**
     * For people and programs.
     *
     * @param names of those who have granted
     */
    static ExplanationView of(User user, Target target, Verdict verdict, Map<UUID, String> names) {
        return switch (verdict) {
            case Verdict.MainAccount() ->
                allowed(user, target, "The main account controls everything in its workspace.", List.of());
            case Verdict.Allowed(var causes) ->
                allowed(
                        user,
                        target,
                        "A permission covers it.",
                        causes.stream()
                                .map(cause -> Permission.of(cause.grant(), cause.tag(), names))
                                .toList());
            case Verdict.Denied denied -> denied(user, target, denied, names);
        };
    }

    private static ExplanationView allowed(User user, Target target, String explanation, List<Permission> permissions) {
        return new ExplanationView(
                user.username(),
                target.type().wire(),
                target.identifier(),
                true,
                explanation,
                permissions,
                List.of(),
                List.of());
    }

    private static ExplanationView denied(User user, Target target, Verdict.Denied denied, Map<UUID, String> names) {
        return new ExplanationView(
                user.username(),
                target.type().wire(),
                target.identifier(),
                false,
                denied.ifAttached().isEmpty()
                        ? "No permission covers it."
                        : "No permission covers it, unless it is attached to a server whose permission includes storages.",
                List.of(),
                denied.missing().stream().map(Missing::of).toList(),
                denied.ifAttached().stream()
                        .map(grant -> Permission.of(grant, Optional.empty(), names))
                        .toList());
    }

    /**
     * A permission that counts.
     *
     * @param tag the server's tag through which it does
     */
    record Permission(
            String targetType,
            String targetIdentifier,
            @Nullable String tag,
            String grantedBy,
            Instant grantedAt) {

        static Permission of(Grant grant, Optional<String> tag, Map<UUID, String> names) {
            return new Permission(
                    grant.target().type().wire(),
                    grant.target().identifier(),
                    tag.orElse(null),
                    names.getOrDefault(grant.grantedBy(), grant.grantedBy().toString()),
                    grant.grantedAt());
        }
    }

    record Missing(String targetType, String targetIdentifier) {

        static Missing of(Target target) {
            return new Missing(target.type().wire(), target.identifier());
        }
    }
}
