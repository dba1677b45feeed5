package io.handover.permission.explain;

import io.handover.permission.grant.Grant;
import io.handover.permission.target.Target;
import io.handover.permission.target.TargetType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody may control a target, and why. Pure. */
sealed interface Verdict {

    /** It needs no permission. */
    record MainAccount() implements Verdict {}

    /** Each cause alone would be enough. */
    record Allowed(List<Cause> causes) implements Verdict {}

    /** Each of what is missing alone would be enough. */
    record Denied(List<Missing> missing) implements Verdict {}

    /**
     * A permission that covers the target.
     *
     * @param server the one that has the storage, if it is by one of its server's permissions
     * @param tag the tag on the server through which it does, if it is a permission for a tag
     */
    record Cause(Grant grant, Optional<Target> server, Optional<String> tag) {}

    /**
     * A permission that would cover the target.
     *
     * @param storage it would have to include storages
     */
    record Missing(Target target, boolean storage) {}

    /**
     * Decides for a member.
     *
     * @param servers with their tags: the target, if it is one server; those that have it, if it is one storage
     * @param grants all that the member was granted
     */
    static Verdict of(Target target, Map<Target, List<String>> servers, List<Grant> grants) {
        List<Cause> causes = grants.stream()
                .flatMap(grant -> cause(grant, target, servers).stream())
                .toList();
        return causes.isEmpty() ? new Denied(missing(target, servers)) : new Allowed(causes);
    }

    private static Optional<Cause> cause(Grant grant, Target target, Map<Target, List<String>> servers) {
        if (grant.target().includes(target)) {
            return Optional.of(new Cause(grant, Optional.empty(), Optional.empty()));
        }
        if (isStorage(target) && !grant.storage()) {
            return Optional.empty();
        }
        return servers.entrySet().stream()
                .flatMap(server -> cause(grant, target, server.getKey(), server.getValue()).stream())
                .findFirst();
    }

    private static Optional<Cause> cause(Grant grant, Target target, Target server, List<String> tags) {
        Optional<Target> through = Optional.of(server).filter(it -> !it.equals(target));
        if (grant.target().includes(server)) {
            return Optional.of(new Cause(grant, through, Optional.empty()));
        }
        return tags.stream()
                .filter(tag -> grant.target().includes(Target.tag(tag)))
                .findFirst()
                .map(tag -> new Cause(grant, through, Optional.of(tag)));
    }

    private static List<Missing> missing(Target target, Map<Target, List<String>> servers) {
        Stream<Target> direct = Stream.of(target, Target.all(target.type()));
        Stream<Target> byServer =
                servers.keySet().stream().flatMap(server -> Stream.of(server, Target.all(TargetType.SERVER)));
        Stream<Target> byTag = servers.values().stream()
                .flatMap(List::stream)
                .flatMap(tag -> Stream.of(Target.tag(tag), Target.all(TargetType.TAG_ACCESS)));
        return Stream.concat(direct, Stream.concat(byServer, byTag))
                .distinct()
                .map(each -> new Missing(each, isStorage(target) && each.type().hasStorages()))
                .toList();
    }

    private static boolean isStorage(Target target) {
        return target.type() == TargetType.STORAGE;
    }
}
