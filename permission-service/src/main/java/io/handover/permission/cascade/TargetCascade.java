package io.handover.permission.cascade;

import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.events.provisioning.StorageDetached;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.permission.grant.AccountLock;
import io.handover.permission.grant.Permissions;
import io.handover.permission.member.UserRepository;
import io.handover.permission.target.Target;
import io.handover.permission.target.Targets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What becomes of permissions when servers, storages and tags come and go. */
@ApplicationScoped
class TargetCascade {

    private final AccountLock lock;
    private final UserRepository users;
    private final Targets targets;
    private final Permissions permissions;

    TargetCascade(AccountLock lock, UserRepository users, Targets targets, Permissions permissions) {
        this.lock = lock;
        this.users = users;
        this.targets = targets;
        this.permissions = permissions;
    }

    Uni<Void> add(ServerRequested requested) {
        return add(requested.accountId(), Target.server(requested.serverId()), requested.requestedBy());
    }

    Uni<Void> add(StorageCreated created) {
        return add(created.accountId(), Target.storage(created.storageId()), created.createdBy());
    }

    Uni<Void> add(TagCreated created) {
        return lock.take(created.accountId()).chain(() -> targets.addTag(created.accountId(), created.tag()));
    }

    Uni<Void> loseServer(UUID accountId, UUID serverId) {
        return lock.take(accountId)
                .chain(() -> targets.loseServer(accountId, serverId))
                .chain(() -> permissions.revokeAllOn(accountId, Target.server(serverId)));
    }

    Uni<Void> loseStorage(StorageDeleted deleted) {
        return lock.take(deleted.accountId())
                .chain(() -> targets.loseStorage(deleted.accountId(), deleted.storageId()))
                .chain(() -> permissions.revokeAllOn(deleted.accountId(), Target.storage(deleted.storageId())));
    }

    /** Whoever controls servers by the tag goes on controlling the same ones. */
    Uni<Void> rename(TagRenamed renamed) {
        return lock.take(renamed.accountId())
                .chain(() -> targets.renameTag(renamed.accountId(), renamed.from(), renamed.to()))
                .chain(() ->
                        permissions.move(renamed.accountId(), Target.tag(renamed.from()), Target.tag(renamed.to())));
    }

    Uni<Void> forget(TagDeleted deleted) {
        return lock.take(deleted.accountId())
                .chain(() -> targets.forgetTag(deleted.accountId(), deleted.tag()))
                .chain(() -> permissions.revokeAllOn(deleted.accountId(), Target.tag(deleted.tag())));
    }

    Uni<Void> tag(ServerTagged tagged) {
        return targets.tag(tagged.accountId(), tagged.serverId(), tagged.tag());
    }

    Uni<Void> untag(ServerUntagged untagged) {
        return targets.untag(untagged.serverId(), untagged.tag());
    }

    Uni<Void> attach(StorageAttached attached) {
        return targets.attach(attached.accountId(), attached.storageId(), attached.serverId());
    }

    Uni<Void> detach(StorageDetached detached) {
        return targets.detach(detached.storageId(), detached.serverId());
    }

    /** A member controls what it has made. One that was not heard of yet gets it when it is. */
    private Uni<Void> add(UUID accountId, Target target, UUID createdBy) {
        return lock.take(accountId)
                .chain(() -> targets.add(accountId, target, createdBy))
                .chain(() -> users.findMember(accountId, createdBy))
                .onItem()
                .ifNotNull()
                .call(member -> permissions.grant(member, target, createdBy))
                .replaceWithVoid();
    }
}
