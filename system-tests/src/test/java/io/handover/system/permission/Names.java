package io.handover.system.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What everything is called in one world. Whoever comes in somebody's place has another name, and so has another thing.
 */
final class Names {

    static final String PASSWORD = "a long walk along the sea";

    private final String mark = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    private final Map<Who, Integer> generations = new ConcurrentHashMap<>();
    private final Map<String, Who> users = new ConcurrentHashMap<>();
    private final Map<Thing, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Thing> things = new ConcurrentHashMap<>();

    /** Somebody else has come in their place. */
    void renew(Who who) {
        generations.merge(who, 1, Integer::sum);
    }

    /** Of who is in a place, or was the last there. */
    String user(Who who) {
        return user(who, generations.getOrDefault(who, 0));
    }

    /** Of who comes next there. */
    String nextUser(Who who) {
        return user(who, generations.getOrDefault(who, 0) + 1);
    }

    private String user(Who who, int generation) {
        String name = "u" + who.account() + "x" + who.number() + "x" + generation + "x" + mark;
        users.put(name, who);
        return name;
    }

    String credential(Who who) {
        byte[] pair = (user(who) + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    void give(Thing thing, String id) {
        String former = ids.put(thing, id);
        if (former != null) {
            things.remove(former);
        }
        things.put(id, thing);
    }

    boolean isKnown(Thing thing) {
        return things.containsValue(thing);
    }

    /** The id of the last that was in its place, or one that is nothing's. */
    String id(Thing thing) {
        return ids.computeIfAbsent(thing, _ -> UUID.randomUUID().toString());
    }

    /** As in a path or in a permission: tags in other capitals than they were made with. */
    String written(Thing thing) {
        return thing.isAll() ? "*" : thing.kind() == Kind.TAG ? "TAG" + thing.place() : id(thing);
    }

    /** The text itself when it is nothing's id any more. */
    Object thing(String id) {
        Thing thing = things.get(id);
        return thing == null ? id : thing;
    }

    Thing tag(int account, String name) {
        return new Thing(Kind.TAG, account, Integer.parseInt(name.substring("tag".length())));
    }

    /** From a list of permissions; its text when something in it is unknown. */
    Object permission(int account, JsonNode entry) {
        Who user = users.get(entry.path("user").asText());
        Object target = target(
                account,
                entry.path("target_type").asText(),
                entry.path("target_identifier").asText());
        return user != null && target instanceof Thing thing
                ? new Permission(
                        user,
                        thing,
                        entry.path("options").path("storage").asText().equals("yes"))
                : entry.toString();
    }

    private Object target(int account, String type, String identifier) {
        for (Kind kind : Kind.values()) {
            if (kind.wire.equals(type) && identifier.equals("*")) {
                return new Thing(kind, account, Thing.ALL);
            }
        }
        return type.equals(Kind.TAG.wire) ? tag(account, identifier) : thing(identifier);
    }
}
