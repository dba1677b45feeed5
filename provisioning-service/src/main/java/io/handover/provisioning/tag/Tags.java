package io.handover.provisioning.tag;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.kit.access.AccessGrants;
import io.handover.kit.caller.Caller;
import io.handover.kit.limit.ResourceLimits;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tags of accounts, and which servers carry them. Only the main account tags: a tag decides who controls a server, so
 * tagging is granting.
 */
@ApplicationScoped
public class Tags {

    private final TagRepository tags;
    private final RenamedTags renamed;
    private final AccessGrants grants;
    private final ResourceLimits limits;
    private final Outbox outbox;

    Tags(TagRepository tags, RenamedTags renamed, AccessGrants grants, ResourceLimits limits, Outbox outbox) {
        this.tags = tags;
        this.limits = limits;
        this.renamed = renamed;
        this.grants = grants;
        this.outbox = outbox;
    }

    @WithSession
    Uni<List<TagView>> list(Caller caller) {
        return tags.visibleTo(caller, "");
    }

    @WithSession
    Uni<TagView> details(Caller caller, TagName name) {
        return view(caller, name);
    }

    @WithTransaction
    Uni<TagView> create(Caller caller, SaveTag.Fields fields) {
        refuseMember(caller);
        TagName name = TagName.of(fields.name());
        return refuseOneTooMany(caller)
                .chain(() -> insert(caller, new Tag(name, orEmpty(fields.description()))))
                .chain(() -> holdServers(caller, fields.serverIds()))
                .chain(() -> say(new TagCreated(caller.accountId(), name.key())))
                .chain(() -> replaceServers(caller, name, fields.serverIds()))
                .chain(() -> view(caller, name));
    }

    /**
     * After a rename the same servers carry the tag, and whoever controls them by it goes on doing so: the answer waits
     * until permission-service has seen to it.
     */
    Uni<TagView> change(Caller caller, TagName name, SaveTag.Fields fields) {
        refuseMember(caller);
        return Panache.withTransaction(() -> save(caller, name, fields))
                .call(after -> after.isNamed(name)
                        ? Uni.createFrom().voidItem()
                        : renamed.awaitMoved(caller.accountId(), name.key()));
    }

    @WithTransaction
    Uni<Void> delete(Caller caller, TagName name) {
        refuseMember(caller);
        return locked(caller, name).chain(() -> remove(caller, name.key()));
    }

    /** The names of the tags of servers, as they were written. */
    public Uni<Map<UUID, List<String>>> of(List<UUID> serverIds) {
        return serverIds.isEmpty() ? Uni.createFrom().item(Map.of()) : tags.namesOf(serverIds);
    }

    /** Refuses a member: tagging a server hands it to everybody who was granted the tag. */
    public void refuseMember(Caller caller) {
        if (!caller.main()) {
            throw TagRefusals.forbidden();
        }
    }

    /** Puts tags on a server, in the present transaction. A tag that does not exist is refused. */
    public Uni<Void> tag(Caller caller, UUID serverId, List<String> names) {
        return forEach(caller, names, key -> put(caller, serverId, key));
    }

    /** Takes tags from a server, in the present transaction. A tag that does not exist is refused. */
    public Uni<Void> untag(Caller caller, UUID serverId, List<String> names) {
        return forEach(caller, names, key -> take(caller, serverId, key));
    }

    /** Takes all tags from a server that is being deleted: {@code ServerDeleted} says it. */
    public Uni<Void> clear(UUID serverId) {
        return tags.clear(serverId).replaceWithVoid();
    }

    /** Deletes all tags of an account, in the present transaction; no server carries them any more. */
    public Uni<Void> deleteAll(UUID accountId) {
        return tags.deleteAll(accountId).chain(gone -> Sql.each(gone, key -> say(new TagDeleted(accountId, key))));
    }

    /** Names as they are compared. What cannot be a name is refused as a tag that does not exist. */
    public static List<String> keys(List<String> names) {
        return names.stream().map(name -> TagName.sought(name).key()).distinct().toList();
    }

    private Uni<Void> insert(Caller caller, Tag tag) {
        return tags.insert(caller.accountId(), tag)
                .invoke(inserted -> {
                    if (!inserted) {
                        throw TagRefusals.exists(tag.name().written());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<TagView> save(Caller caller, TagName name, SaveTag.Fields fields) {
        return locked(caller, name)
                .call(before -> holdServers(caller, fields.serverIds()))
                .chain(before -> save(caller, before, before.with(fields.name(), fields.description())))
                .call(after -> replaceServers(caller, after.name(), fields.serverIds()))
                .chain(after -> view(caller, after.name()));
    }

    private Uni<Tag> save(Caller caller, Tag before, Tag after) {
        return (after.isNamedLike(before)
                        ? tags.update(caller.accountId(), after).replaceWithVoid()
                        : rename(caller, before.name().key(), after))
                .replaceWith(after);
    }

    private Uni<Void> rename(Caller caller, String from, Tag after) {
        UUID account = caller.accountId();
        String to = after.name().key();
        return insert(caller, after)
                .chain(() -> tags.retag(account, from, to))
                .chain(() -> tags.delete(account, from))
                .chain(() -> say(new TagRenamed(account, from, to, caller.userId())));
    }

    /** Its grants go at once: a tag of the same name that comes next is another one. */
    private Uni<Void> remove(Caller caller, String key) {
        UUID account = caller.accountId();
        return tags.untagAll(account, key)
                .chain(servers ->
                        Sql.each(servers, server -> say(new ServerUntagged(account, server, key, caller.userId()))))
                .chain(() -> tags.delete(account, key))
                .chain(() -> grants.dropTag(account, key))
                .chain(() -> say(new TagDeleted(account, key)));
    }

    /**
     * Before anything is said: whoever changes a server holds it first, and then waits for its turn to say so. The
     * other way round two of them would wait for each other.
     */
    private Uni<Void> holdServers(Caller caller, @Nullable List<UUID> wanted) {
        if (wanted == null) {
            return Uni.createFrom().voidItem();
        }
        return tags.holdServers(caller.accountId(), wanted)
                .invoke(found -> {
                    if (found.size() < wanted.size()) {
                        throw TagRefusals.serverNotFound();
                    }
                })
                .replaceWithVoid();
    }

    /** The caller holds those that are wanted. */
    private Uni<Void> replaceServers(Caller caller, TagName name, @Nullable List<UUID> wanted) {
        if (wanted == null) {
            return Uni.createFrom().voidItem();
        }
        return tags.serversWith(caller.accountId(), name.key())
                .call(present -> Sql.each(
                        present.stream()
                                .filter(server -> !wanted.contains(server))
                                .toList(),
                        server -> take(caller, server, name.key())))
                .chain(() -> Sql.each(wanted, server -> put(caller, server, name.key())));
    }

    private Uni<Void> put(Caller caller, UUID serverId, String key) {
        return tags.tag(caller.accountId(), serverId, key)
                .chain(changed -> changed
                        ? say(new ServerTagged(caller.accountId(), serverId, key, caller.userId()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> take(Caller caller, UUID serverId, String key) {
        return tags.untag(serverId, key)
                .chain(changed -> changed
                        ? say(new ServerUntagged(caller.accountId(), serverId, key, caller.userId()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> forEach(Caller caller, List<String> names, Function<String, Uni<Void>> step) {
        refuseMember(caller);
        List<String> keys = keys(names);
        return tags.hold(caller.accountId(), keys)
                .invoke(found -> refuseMissing(names, found))
                .chain(() -> Sql.each(keys, step::apply));
    }

    private static void refuseMissing(List<String> names, List<String> found) {
        names.stream()
                .filter(name -> !found.contains(TagName.sought(name).key()))
                .findFirst()
                .ifPresent(missing -> {
                    throw TagRefusals.notFound(missing);
                });
    }

    private Uni<Tag> locked(Caller caller, TagName name) {
        return tags.lock(caller.accountId(), name.key())
                .map(found -> found.orElseThrow(() -> TagRefusals.notFound(name.written())));
    }

    private Uni<TagView> view(Caller caller, TagName name) {
        return tags.visibleTo(caller, name.key())
                .map(found -> found.stream().findFirst().orElseThrow(() -> TagRefusals.notFound(name.written())));
    }

    private Uni<Void> refuseOneTooMany(Caller caller) {
        return tags.count(caller.accountId())
                .invoke(present -> {
                    if (present >= limits.tags()) {
                        throw TagRefusals.tooMany(limits.tags());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> say(ServerEvent event) {
        return outbox.record(Topics.PROVISIONING_SERVER, event);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
