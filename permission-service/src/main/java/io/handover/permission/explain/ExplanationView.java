package io.handover.permission.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.handover.permission.grant.Grant;
import io.handover.permission.member.User;
import io.handover.permission.target.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an explanation looks like.
 *
 * @param explanation for people
 * @param permissions what allows it; each alone is enough
 * @param missing what would allow it; each alone would be enough
 */
record ExplanationView(
        String user,
        String targetType,
        String targetIdentifier,
        boolean allowed,
        String explanation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Permission> permissions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Missing> missing) {

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
                                .map(cause -> Permission.of(cause, names))
                                .toList());
            case Verdict.Denied(var missing) -> denied(user, target, missing);
        };
    }

    private static ExplanationView allowed(User user, Target target, String explanation, List<Permission> permissions) {
        return new ExplanationView(
                user.username(), target.type().wire(), target.identifier(), true, explanation, permissions, List.of());
    }

    private static ExplanationView denied(User user, Target target, List<Verdict.Missing> missing) {
        return new ExplanationView(
                user.username(),
                target.type().wire(),
                target.identifier(),
                false,
                "No permission covers it.",
                List.of(),
                missing.stream().map(Missing::of).toList());
    }

    /**
     * A permission that counts.
     *
     * @param server the server that has the storage, through which it does
     * @param tag the server's tag through which it does
     */
    record Permission(
            String targetType,
            String targetIdentifier,
            @Nullable String server,
            @Nullable String tag,
            String grantedBy,
            Instant grantedAt) {

        static Permission of(Verdict.Cause cause, Map<UUID, String> names) {
            Grant grant = cause.grant();
            return new Permission(
                    grant.target().type().wire(),
                    grant.target().identifier(),
                    cause.server().map(Target::identifier).orElse(null),
                    cause.tag().orElse(null),
                    names.getOrDefault(grant.grantedBy(), grant.grantedBy().toString()),
                    grant.grantedAt());
        }
    }

    /**
     * A permission that would count.
     *
     * @param storage {@code yes} if it has to include storages
     */
    record Missing(
            String targetType,
            String targetIdentifier,
            @Nullable String storage) {

        static Missing of(Verdict.Missing missing) {
            return new Missing(
                    missing.target().type().wire(), missing.target().identifier(), missing.storage() ? "yes" : null);
        }
    }
}
