package io.handover.system.permission;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Steps and questions as requests. */
final class Bodies {

    private static final String CONTACT = "\"email\":\"somebody@example.org\",\"phone\":\"+358.401234567\"";

    private final Names names;

    Bodies(Names names) {
        this.names = names;
    }

    String account(int account) {
        return "{\"username\":\"" + names.user(Who.mainOf(account)) + "\",\"password\":\"" + Names.PASSWORD + "\","
                + CONTACT + "}";
    }

    Http.Request request(Step step) {
        return switch (step) {
            case Step.AddMember it ->
                post("/1.3/account/sub", """
                    {"sub_account":{"username":"%s","password":"%s",%s,"language":"en","timezone":"UTC","allow_api":"yes"}}\
                    """.formatted(names.nextUser(it.member()), Names.PASSWORD, CONTACT));
            case Step.RemoveMember it -> delete("/1.3/account/sub/" + names.user(it.member()));
            case Step.Make it -> make(it.thing());
            case Step.Delete it -> delete(path(it.thing()) + (it.storages() ? "/?storages=1" : ""));
            case Step.Attach it -> post(path(it.server()) + "/storage/attach", device(it.storage()));
            case Step.Detach it -> post(path(it.server()) + "/storage/detach", device(it.storage()));
            case Step.Rename it ->
                put(path(it.tag()), "{\"tag\":{\"name\":\"" + it.to().tagName() + "\"}}");
            case Step.Put it -> post(path(it.server()) + "/tag/" + names.written(it.tag()), "");
            case Step.Take it -> post(path(it.server()) + "/untag/" + names.written(it.tag()), "");
            case Step.Move move ->
                put(
                        path(move.tag()),
                        "{\"tag\":{\"servers\":{\"server\":" + list(move.servers(), it -> quoted(names.id(it)))
                                + "}}}");
            case Step.Grant it ->
                post(
                        "/1.3/permission/grant" + (it.unchecked() ? "?skip_target_check=true" : ""),
                        permission(it.permission()));
            case Step.Revoke it -> post("/1.3/permission/revoke", permission(it.permission()));
            case Step.RevokeAllOf it -> post("/1.3/permission/revoke-all-from-user/" + names.user(it.member()), "");
            case Step.RevokeAllOn it ->
                post(
                        "/1.3/permission/revoke-all-from-target/" + it.target().kind().wire + "/"
                                + names.written(it.target()),
                        "");
            case Step.Replace it -> put("/1.3/permission", permission(it.permission()));
            case Step.SetAccess it -> put("/1.3/account/sub/" + names.user(it.member()), access(it.permissions()));
        };
    }

    Http.Request request(Check.Question question) {
        Thing thing = question.thing();
        return switch (question.verb()) {
            case EXPLAIN ->
                new Http.Request(
                        "GET",
                        "/v1/permissions/explain?user=" + names.user(question.about()) + "&target_type="
                                + thing.kind().wire + "&target_identifier=" + names.written(thing),
                        "");
            case CHANGE -> put(path(thing), changed(thing.kind()));
            case LOGIN, ANOTHER_PASSWORD -> request(question.verb(), "/v1/servers/" + names.id(thing));
            default -> request(question.verb(), path(thing));
        };
    }

    private static Http.Request request(Verb verb, String path) {
        return new Http.Request(verb.method, path + verb.suffix, verb.body);
    }

    private static String changed(Kind kind) {
        return switch (kind) {
            case SERVER -> "{\"server\":{\"title\":\"another title\"}}";
            case STORAGE -> "{\"storage\":{\"title\":\"another title\"}}";
            case TAG -> "{\"tag\":{\"description\":\"another one\"}}";
        };
    }

    private static Http.Request make(Thing thing) {
        return switch (thing.kind()) {
            case SERVER -> post("/1.3/server", """
                {"server":{"hostname":"s%d.example.org","title":"s","zone":"fi-hel1","plan":"1xCPU-1GB","password_delivery":"none",
                 "storage_devices":{"storage_device":[{"action":"clone","title":"os","size":25,
                  "storage":"01000000-0000-4000-8000-000030240200"}]}}}\
                """.formatted(thing.place()));
            case STORAGE ->
                post("/1.3/storage", "{\"storage\":{\"zone\":\"fi-hel1\",\"title\":\"data\",\"size\":\"10\"}}");
            case TAG -> post("/1.3/tag", "{\"tag\":{\"name\":\"" + thing.tagName() + "\"}}");
        };
    }

    private String path(Thing thing) {
        return switch (thing.kind()) {
            case SERVER -> "/1.3/server/" + names.id(thing);
            case STORAGE -> "/1.3/storage/" + names.id(thing);
            case TAG -> "/1.3/tag/" + names.written(thing);
        };
    }

    private String device(Thing storage) {
        return "{\"storage_device\":{\"storage\":\"" + names.id(storage) + "\"}}";
    }

    private String permission(Permission permission) {
        return """
            {"permission":{"user":"%s","target_type":"%s","target_identifier":"%s"%s}}\
            """.formatted(
                        names.user(permission.member()),
                        permission.target().kind().wire,
                        names.written(permission.target()),
                        permission.storage() ? ",\"options\":{\"storage\":\"yes\"}" : "");
    }

    /** What was never there is left out: it would be kept, as something that may come. */
    private String access(Set<Permission> wanted) {
        return """
            {"account":{"server_access":{"server":%s},"storage_access":{"storage":%s},"tag_access":{"tag":%s}}}\
            """.formatted(
                        access(wanted, Kind.SERVER, it -> entry("uuid", it)),
                        access(wanted, Kind.STORAGE, it -> quoted(names.written(it.target()))),
                        access(wanted, Kind.TAG, it -> entry("name", it)));
    }

    private String access(Set<Permission> wanted, Kind kind, Function<Permission, String> each) {
        return list(
                wanted.stream()
                        .filter(it -> it.target().kind() == kind)
                        .filter(it -> it.target().isAll() || kind == Kind.TAG || names.isKnown(it.target()))
                        .collect(Collectors.toSet()),
                each);
    }

    private String entry(String field, Permission permission) {
        return "{\"" + field + "\":\"" + names.written(permission.target()) + "\",\"storage\":\""
                + (permission.storage() ? "yes" : "no") + "\"}";
    }

    private static <T> String list(Set<T> all, Function<T, String> each) {
        return all.stream().map(each).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static Http.Request post(String path, String body) {
        return new Http.Request("POST", path, body);
    }

    private static Http.Request put(String path, String body) {
        return new Http.Request("PUT", path, body);
    }

    private static Http.Request delete(String path) {
        return new Http.Request("DELETE", path, "");
    }
}
