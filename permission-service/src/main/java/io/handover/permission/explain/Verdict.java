package io.handover.permission.explain;

import io.handover.permission.grant.Grant;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody may control a target, and why. Pure. */
sealed interface Verdict {

    /** It needs no permission. */
    record MainAccount() implements Verdict {}

    /** Each cause alone would be enough. */
    record Allowed(List<Cause> causes) implements Verdict {}

    /**
     * Nothing covers it for certain.
     *
     * @param missing each alone would be enough
     * @param ifAttached permissions that cover the storage while it is attached to one of their servers, which only
     *     provisioning-service knows
     */
    record Denied(List<Target> missing, List<Grant> ifAttached) implements Verdict {}

    /**
     * A permission that covers the target.
     *
     * @param tag the tag on the server through which it does, if it is one for a tag
     */
    record Cause(Grant grant, Optional<String> tag) {}

    /**
     * Decides for a member.
     *
     * @param tags those of the target, if it is one server
     * @param grants all that the member was granted
     */
    static Verdict of(Target target, List<String> tags, List<Grant> grants) {
        List<Cause> causes = grants.stream()
                .flatMap(grant -> cause(grant, target, tags).stream())
                .toList();
        return causes.isEmpty() ? new Denied(missing(target, tags), ifAttached(target, grants)) : new Allowed(causes);
    }

    private static Optional<Cause> cause(Grant grant, Target target, List<String> tags) {
        if (grant.target().includes(target)) {
            return Optional.of(new Cause(grant, Optional.empty()));
        }
        return tags.stream()
                .filter(tag -> grant.target().includes(Target.tag(tag)))
                .findFirst()
                .map(tag -> new Cause(grant, Optional.of(tag)));
    }

    private static List<Target> missing(Target target, List<String> tags) {
        List<Target> missing = new ArrayList<>(List.of(target, Target.all(target.type())));
        Stream.concat(tags.stream().map(Target::tag), tags.stream().map(tag -> Target.all(TargetType.TAG_ACCESS)))
                .forEach(missing::add);
        return missing.stream().distinct().toList();
    }

    private static List<Grant> ifAttached(Target target, List<Grant> grants) {
        return target.type() == TargetType.STORAGE && !target.isAll()
                ? grants.stream().filter(Grant::storage).toList()
                : List.of();
    }
}
