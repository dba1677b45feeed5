package io.handover.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.handover.quickstart.audit.VerifyAudit;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** An account with one member, driven through the API. Each test has its own, so tests do not meet. */
final class Workspace {

    private static final String PASSWORD = "a long walk along the sea";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final Api api;
    private final Caller owner;
    private Caller member = Caller.NOBODY;

    private Workspace(Api api, Caller owner) {
        this.api = api;
        this.owner = owner;
    }

    static Workspace open(Api api, String name) {
        var workspace = new Workspace(api, new Caller(unique(name), PASSWORD));
        Response answer = api.post(
                Caller.NOBODY, "/v1/accounts", """
                {"username":"%s","password":"%s","email":"%s","phone":"+358.401234567"}""".formatted(workspace.username(), PASSWORD, workspace.email()));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return workspace;
    }

    /** One that is there already. */
    static Workspace of(Api api, Caller owner, Caller member) {
        var workspace = new Workspace(api, owner);
        workspace.member = member;
        return workspace;
    }

    void addMember(String name) {
        member = new Caller(unique(name), PASSWORD + " in spring");
        Response answer = api.post(owner, "/1.3/account/sub", """
                {"sub_account":{"username":"%s","password":"%s","email":"bob@example.org","phone":"+358.401234568",
                 "language":"en","timezone":"UTC","allow_api":"yes"}}""".formatted(member.username(), member.password()));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    void makeTag(String name) {
        Response answer = api.post(owner, "/1.3/tag", "{\"tag\":{\"name\":\"" + name + "\"}}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    void tag(String server, String name) {
        Response answer = api.post(owner, "/1.3/server/" + server + "/tag/" + name, "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    void untag(String server, String name) {
        Response answer = api.post(owner, "/1.3/server/" + server + "/untag/" + name, "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    void grant(String type, String identifier) {
        Response answer = api.post(owner, "/1.3/permission/grant", permission(type, identifier));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    void revoke(String type, String identifier) {
        Response answer = api.post(owner, "/1.3/permission/revoke", permission(type, identifier));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    void changeContact(String email) {
        Response answer = api.send(
                owner, "PUT", "/1.3/account/details/" + username(), "{\"account\":{\"email\":\"" + email + "\"}}");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    /** What {@code ./handover verify-audit} says of the account's trail, by way of two files in a folder. */
    Verified verifyAudit(Path folder) throws IOException {
        Path export = Files.writeString(folder.resolve("export"), text("/1.3/audit-logs/export?format=json"));
        Path keys = Files.writeString(folder.resolve("keys"), text("/v1/audit-keys"));
        var told = new ByteArrayOutputStream();
        var stream = new PrintStream(told, true, StandardCharsets.UTF_8);
        int status = VerifyAudit.run(List.of(export.toString(), "--key", keys.toString()), stream, stream);
        return new Verified(status, told.toString(StandardCharsets.UTF_8));
    }

    Deployed deploy(String hostname, String delivery) {
        return deployed(api.post(owner, "/1.3/server", Deploy.withPassword(hostname, delivery)));
    }

    Deployed deployed(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String server = answer.jsonPath().getString("server.uuid");
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(state(server)).isEqualTo("started"));
        return new Deployed(server, answer);
    }

    void stopAndDelete(String server) {
        api.post(owner, "/1.3/server/" + server + "/stop", "{\"stop_server\":{\"stop_type\":\"hard\"}}");
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(state(server)).isEqualTo("stopped"));
        Response answer = api.send(owner, "DELETE", "/1.3/server/" + server + "/?storages=1", "");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
    }

    String state(String server) {
        return api.get(owner, "/1.3/server/" + server).jsonPath().getString("server.state");
    }

    Api api() {
        return api;
    }

    Caller owner() {
        return owner;
    }

    Caller asMember() {
        return member;
    }

    String username() {
        return owner.username();
    }

    String member() {
        return member.username();
    }

    String email() {
        return owner.username() + "@example.org";
    }

    private String text(String path) {
        return api.get(owner, path).then().statusCode(200).extract().asString();
    }

    private String permission(String type, String identifier) {
        return """
                {"permission":{"user":"%s","target_type":"%s","target_identifier":"%s"}}""".formatted(member.username(), type, identifier);
    }

    private static String unique(String name) {
        return name + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }

    /** How a verification ended, and what it said. */
    record Verified(int status, String told) {}

    /** A server that runs, and what the create call answered. */
    record Deployed(String server, Response answer) {}
}
