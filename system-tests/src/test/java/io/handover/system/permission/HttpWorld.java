package io.handover.system.permission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Accounts of their own at a gateway. */
final class HttpWorld implements World {

    private static final int PAGE = 7;

    private final Http http;
    private final Names names = new Names();
    private final Bodies bodies = new Bodies(names);
    private final Set<Integer> opened = new HashSet<>();

    HttpWorld(Http http) {
        this.http = http;
    }

    @Override
    public void prepare(Step step) {
        switch (step) {
            case Step.Delete it when it.thing().kind() == Kind.SERVER -> stop(it.thing());
            case Step.Attach it -> settle(it.server());
            case Step.Detach it -> settle(it.server());
            default -> {}
        }
    }

    @Override
    public Taken take(Step step) {
        open(step.by().account());
        Http.Answer answer = http.send(names.credential(step.by()), bodies.request(step));
        boolean done = answer.status() < 300;
        if (done) {
            remember(step, answer.body());
        }
        return new Taken(verdict(answer), done, answer.again());
    }

    @Override
    public Verdict ask(Check.Question question) {
        open(question.by().account());
        Http.Answer answer = http.send(names.credential(question.by()), bodies.request(question));
        Verdict verdict = verdict(answer);
        return verdict == Verdict.YES
                        && question.verb() == Verb.EXPLAIN
                        && !answer.body().path("allowed").asBoolean()
                ? Verdict.FORBIDDEN
                : verdict;
    }

    @Override
    public List<?> list(Check.Look look) {
        Who by = look.by();
        open(by.account());
        return switch (look.view()) {
            case SERVERS -> servers(by, "/1.3/server");
            case SERVERS_BY_PAGES -> pages(by, "/1.3/server", "servers", "server");
            case SERVERS_WITH_TAG -> servers(by, "/1.3/server/tag/" + names.written(look.tag()));
            case STORAGES -> ids(get(by, "/1.3/storage/private"), "storages", "storage");
            case STORAGES_BY_PAGES -> pages(by, "/1.3/storage/private", "storages", "storage");
            case TAGS -> tags(by);
            case PERMISSIONS ->
                elements(get(by, "/1.3/permission"), "permissions", "permission").stream()
                        .map(it -> names.permission(by.account(), it))
                        .toList();
        };
    }

    @Override
    public boolean letsIn(Who who) {
        return http.send(names.credential(who), new Http.Request("GET", "/1.3/account", ""))
                        .status()
                != 401;
    }

    private List<Object> servers(Who by, String path) {
        return ids(get(by, path), "servers", "server");
    }

    private List<Object> pages(Who by, String path, String list, String item) {
        List<Object> all = new ArrayList<>();
        List<Object> page;
        do {
            page = ids(get(by, path + "?limit=" + PAGE + "&offset=" + all.size()), list, item);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    private List<Object> tags(Who by) {
        List<Object> all = new ArrayList<>();
        for (JsonNode tag : elements(get(by, "/1.3/tag"), "tags", "tag")) {
            Thing thing = names.tag(by.account(), tag.path("name").asText());
            all.add(thing);
            elements(tag, "servers", "server")
                    .forEach(server -> all.add(
                            names.thing(server.asText()) instanceof Thing it
                                    ? new Carried(it, thing)
                                    : server.asText()));
        }
        return all;
    }

    private JsonNode get(Who by, String path) {
        return http.require(names.credential(by), new Http.Request("GET", path, ""));
    }

    private List<Object> ids(JsonNode answer, String list, String item) {
        return elements(answer, list, item).stream()
                .map(it -> names.thing(it.path("uuid").asText()))
                .toList();
    }

    private static List<JsonNode> elements(JsonNode answer, String list, String item) {
        return StreamSupport.stream(answer.path(list).path(item).spliterator(), false)
                .toList();
    }

    private void open(int account) {
        if (opened.add(account)) {
            http.require("", new Http.Request("POST", "/v1/accounts", bodies.account(account)));
        }
    }

    private void remember(Step step, JsonNode answer) {
        switch (step) {
            case Step.Make it
            when it.thing().kind() == Kind.SERVER -> {
                JsonNode server = answer.path("server");
                names.give(it.thing(), server.path("uuid").asText());
                names.give(
                        it.thing().disk(),
                        server.path("storage_devices")
                                .path("storage_device")
                                .path(0)
                                .path("storage")
                                .asText());
            }
            case Step.Make it
            when it.thing().kind() == Kind.STORAGE ->
                names.give(it.thing(), answer.path("storage").path("uuid").asText());
            case Step.AddMember it -> names.renew(it.member());
            default -> {}
        }
    }

    private void stop(Thing server) {
        Who main = Who.mainOf(server.account());
        Http.await(server + " is stopped", () -> switch (state(server)) {
            case "stopped" -> true;
            case "started" -> {
                ask(new Check.Question(main, Verb.STOP, server, main));
                yield false;
            }
            default -> false;
        });
    }

    private void settle(Thing server) {
        Http.await(server + " is started or stopped", () -> !state(server).equals("maintenance"));
    }

    private String state(Thing server) {
        return get(Who.mainOf(server.account()), "/1.3/server/" + names.id(server))
                .path("server")
                .path("state")
                .asText();
    }

    private static Verdict verdict(Http.Answer answer) {
        return switch (answer.status()) {
            case 200, 201, 202, 204, 409 -> Verdict.YES;
            case 403 -> Verdict.FORBIDDEN;
            case 404 -> Verdict.ABSENT;
            default ->
                throw new IllegalStateException(
                        answer.request() + " is answered with " + answer.status() + " " + answer.body());
        };
    }
}
