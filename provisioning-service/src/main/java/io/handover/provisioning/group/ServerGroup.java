package io.handover.provisioning.group;

import io.handover.provisioning.label.Label;
import io.handover.provisioning.label.Labels;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A group of an account; its members say themselves that they belong to it. */
@Entity
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class ServerGroup {

    @Id
    private UUID groupId;

    private UUID accountId;
    private String title;
    private String antiAffinity;
    private String labels;

    @SuppressWarnings("UnusedVariable") // Lists are ordered by it.
    private Instant createdAt;

    protected ServerGroup() {}

    ServerGroup(UUID accountId, UUID groupId, SaveServerGroup.Fields wish, Instant createdAt) {
        this.accountId = accountId;
        this.groupId = groupId;
        this.createdAt = createdAt;
        this.title = GroupRules.title(wish.title());
        this.antiAffinity = GroupRules.antiAffinity(wish.antiAffinity(), "no");
        this.labels = Labels.write(labels(wish));
    }

    /** Only what is said changes. */
    void change(SaveServerGroup.Fields wish) {
        if (wish.title() != null) {
            title = GroupRules.title(wish.title());
        }
        antiAffinity = GroupRules.antiAffinity(wish.antiAffinity(), antiAffinity);
        if (wish.labels() != null) {
            labels = Labels.write(labels(wish));
        }
    }

    UUID id() {
        return groupId;
    }

    UUID accountId() {
        return accountId;
    }

    ServerGroupView view(List<Member> members) {
        return ServerGroupView.of(groupId, title, antiAffinity, Labels.read(labels), members);
    }

    private static List<Label> labels(SaveServerGroup.Fields wish) {
        return Labels.checked(wish.labels() == null ? null : wish.labels().label());
    }
}
