package io.handover.provisioning.tag;

import io.handover.events.Topics;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.kit.caller.Caller;
import io.handover.kit.outbox.Outbox;
import io.handover.kit.sql.Sql;
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

    private static final int PER_ACCOUNT_MAX = 200;

    private final TagRepository tags;
    private final Outbox outbox;

    Tags(TagRepository tags, Outbox outbox) {
        this.tags = tags;
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
                .chain(() -> add(caller, name, orEmpty(fields.description())))
                .chain(() -> replaceServers(caller, name, fields.serverIds()))
                .chain(() -> view(caller, name));
    }

    /** A rename is a new tag on the same servers and the end of the old one; permissions stay with the old name. */
    @WithTransaction
    Uni<TagView> change(Caller caller, TagName name, SaveTag.Fields fields) {
        refuseMember(caller);
        TagName after = fields.name() == null ? name : TagName.of(fields.name());
        return view(caller, name)
                .chain(before -> after.key().equals(name.key())
                        ? tags.describe(caller.accountId(), name, orElse(fields.description(), before.description()))
                                .replaceWithVoid()
                        : rename(caller, name, after, orElse(fields.description(), before.description())))
                .chain(() -> replaceServers(caller, after, fields.serverIds()))
                .chain(() -> view(caller, after));
    }

    @WithTransaction
    Uni<Void> delete(Caller caller, TagName name) {
        refuseMember(caller);
        return view(caller, name).chain(() -> remove(caller, name));
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
        return forEach(caller, names, name -> put(caller, serverId, name.key()));
    }

    /** Takes tags from a server, in the present transaction. A tag that does not exist is refused. */
    public Uni<Void> untag(Caller caller, UUID serverId, List<String> names) {
        return forEach(caller, names, name -> take(caller, serverId, name.key()));
    }

    /** Takes all tags from a server that is being deleted: {@code ServerDeleted} says it. */
    public Uni<Void> clear(UUID serverId) {
        return tags.clear(serverId).replaceWithVoid();
    }

    /** Names as they are compared. What cannot be a name is refused as a tag that does not exist. */
    public static List<String> keys(List<String> names) {
        return names.stream().map(name -> TagName.sought(name).key()).distinct().toList();
    }

    private Uni<Void> add(Caller caller, TagName name, String description) {
        return tags.insert(caller.accountId(), name, description)
                .invoke(inserted -> {
                    if (!inserted) {
                        throw TagRefusals.exists(name.written());
                    }
                })
                .chain(() -> say(new TagCreated(caller.accountId(), name.key())));
    }

    private Uni<Void> remove(Caller caller, TagName name) {
        return tags.serversWith(caller.accountId(), name.key())
                .chain(servers -> Sql.each(servers, server -> take(caller, server, name.key())))
                .chain(() -> tags.delete(caller.accountId(), name.key()))
                .chain(() -> say(new TagDeleted(caller.accountId(), name.key())));
    }

    private Uni<Void> rename(Caller caller, TagName before, TagName after, String description) {
        return add(caller, after, description)
                .chain(() -> tags.serversWith(caller.accountId(), before.key()))
                .chain(servers -> Sql.each(servers, server -> put(caller, server, after.key())))
                .chain(() -> remove(caller, before));
    }

    private Uni<Void> replaceServers(Caller caller, TagName name, @Nullable List<UUID> wanted) {
        if (wanted == null) {
            return Uni.createFrom().voidItem();
        }
        return tags.countServers(caller.accountId(), wanted)
                .invoke(found -> {
                    if (found < wanted.size()) {
                        throw TagRefusals.serverNotFound();
                    }
                })
                .chain(() -> tags.serversWith(caller.accountId(), name.key()))
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

    private Uni<Void> forEach(Caller caller, List<String> names, Function<TagName, Uni<Void>> step) {
        refuseMember(caller);
        return Sql.each(
                names,
                name -> tags.nameOf(caller.accountId(), TagName.sought(name).key())
                        .map(found -> TagName.sought(found.orElseThrow(() -> TagRefusals.notFound(name))))
                        .chain(found -> step.apply(found)));
    }

    private Uni<TagView> view(Caller caller, TagName name) {
        return tags.visibleTo(caller, name.key())
                .map(found -> found.stream().findFirst().orElseThrow(() -> TagRefusals.notFound(name.written())));
    }

    private Uni<Void> refuseOneTooMany(Caller caller) {
        return tags.count(caller.accountId())
                .invoke(present -> {
                    if (present >= PER_ACCOUNT_MAX) {
                        throw TagRefusals.tooMany(PER_ACCOUNT_MAX);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> say(ServerEvent event) {
        return outbox.record(Topics.PROVISIONING_SERVER, event);
    }

    private static String orEmpty(@Nullable String text) {
        return orElse(text, "");
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
