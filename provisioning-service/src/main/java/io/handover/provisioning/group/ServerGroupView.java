package io.handover.provisioning.group;

import io.handover.provisioning.label.Label;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A group as it is on the wire. */
record ServerGroupView(
        String antiAffinity,
        List<Status> antiAffinityStatus,
        Map<String, List<Label>> labels,
        Map<String, List<UUID>> servers,
        String title,
        UUID uuid) {

    static ServerGroupView of(
            UUID groupId, String title, String antiAffinity, List<Label> labels, List<Member> members) {
        return new ServerGroupView(
                antiAffinity,
                "no".equals(antiAffinity)
                        ? List.of()
                        : members.stream()
                                .map(member -> Status.of(member, members))
                                .toList(),
                Map.of("label", labels),
                Map.of("server", members.stream().map(Member::serverId).toList()),
                title,
                groupId);
    }

    /** Whether a member has its host for itself. Each zone has one host. */
    record Status(UUID uuid, String status) {

        static Status of(Member member, List<Member> all) {
            boolean alone =
                    all.stream().noneMatch(other -> other.zone().equals(member.zone()) && !other.equals(member));
            return new Status(member.serverId(), alone ? "met" : "unmet");
        }
    }

    /** As the wire has it. */
    record OneServerGroup(ServerGroupView serverGroup) {}

    /** As the wire has them. */
    record AllServerGroups(Map<String, List<ServerGroupView>> serverGroups) {

        static AllServerGroups of(List<ServerGroupView> found) {
            return new AllServerGroups(Map.of("server_group", found));
        }
    }
}
